// Unpacks the program. No browser unpacks LZMA by itself, but it makes the program a seventh smaller than gzip does,
// which is worth far more than this decoder weighs. After the LZMA specification (I. Pavlov, 2015): the .lzma form with
// its size in the header.

// `packed`: a Uint8Array. Gives the bytes; throws where it is cut short or damaged.
export function unlzma(packed) {
  let rest = packed[0];
  if (packed.length < 18 || rest >= 225) throw new Error('not LZMA');
  const literalBits = rest % 9;
  rest = (rest / 9) | 0;
  const literalMask = (1 << rest % 5) - 1;
  const placeMask = (1 << ((rest / 5) | 0)) - 1;
  const out = new Uint8Array(new DataView(packed.buffer, packed.byteOffset).getUint32(5, true));

  // All probabilities in one array, each group at its place.
  const kMatch = 0, kRep = 192, kRepFirst = 204, kRepSecond = 216, kRepThird = 228, kRepShort = 240, kSlot = 432;
  const kFar = 688, kAlign = 804, kLength = 820, kRepLength = 1334, kLiteral = 1848;
  const odds = new Uint16Array(kLiteral + (0x300 << literalBits + (literalMask ? 32 - Math.clz32(literalMask) : 0))).fill(1024);

  let at = 18;
  let range = 0xffffffff;
  let code = new DataView(packed.buffer, packed.byteOffset).getUint32(14);
  const narrow = () => {
    if (at >= packed.length + 4) throw new Error('cut short');
    range = range << 8 >>> 0;
    code = (code << 8 | packed[at++]) >>> 0;
  };
  const bit = (which) => {
    const bound = (range >>> 11) * odds[which];
    if (code < bound) {
      range = bound;
      odds[which] += 2048 - odds[which] >> 5;
      if (range < 0x1000000) narrow();
      return 0;
    }
    range -= bound;
    code -= bound;
    odds[which] -= odds[which] >> 5;
    if (range < 0x1000000) narrow();
    return 1;
  };
  const tree = (base, bits) => {
    let node = 1;
    for (let i = 0; i < bits; ++i) node = node << 1 | bit(base + node);
    return node - (1 << bits);
  };
  const backwardTree = (base, bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; ++i) {
      const one = bit(base + node);
      node = node << 1 | one;
      value |= one << i;
    }
    return value;
  };
  const lengthAt = (base, place) => {
    if (!bit(base)) return tree(base + 2 + (place << 3), 3);
    if (!bit(base + 1)) return 8 + tree(base + 130 + (place << 3), 3);
    return 16 + tree(base + 258, 8);
  };

  let state = 0;
  let size = 0;
  let r0 = 0, r1 = 0, r2 = 0, r3 = 0;
  while (size < out.length) {
    const place = size & placeMask;
    if (!bit(kMatch + (state << 4) + place)) {
      const before = size ? out[size - 1] : 0;
      const base = kLiteral + 0x300 * (((size & literalMask) << literalBits) + (before >> 8 - literalBits));
      let letter = 1;
      if (state >= 7) {
        let match = out[size - r0 - 1];
        while (letter < 0x100) {
          const wanted = match >> 7 & 1;
          match <<= 1;
          const one = bit(base + (1 + wanted << 8) + letter);
          letter = letter << 1 | one;
          if (one !== wanted) break;
        }
      }
      while (letter < 0x100) letter = letter << 1 | bit(base + letter);
      out[size++] = letter;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length;
    if (bit(kRep + state)) {
      if (!bit(kRepFirst + state)) {
        if (!bit(kRepShort + (state << 4) + place)) {
          if (r0 >= size) throw new Error('damaged');
          state = state < 7 ? 9 : 11;
          out[size] = out[size - r0 - 1];
          ++size;
          continue;
        }
      } else {
        let distance;
        if (!bit(kRepSecond + state)) {
          distance = r1;
        } else {
          if (!bit(kRepThird + state)) {
            distance = r2;
          } else {
            distance = r3;
            r3 = r2;
          }
          r2 = r1;
        }
        r1 = r0;
        r0 = distance;
      }
      length = lengthAt(kRepLength, place);
      state = state < 7 ? 8 : 11;
    } else {
      r3 = r2;
      r2 = r1;
      r1 = r0;
      length = lengthAt(kLength, place);
      state = state < 7 ? 7 : 10;
      const slot = tree(kSlot + (Math.min(length, 3) << 6), 6);
      r0 = slot;
      if (slot >= 4) {
        const bits = (slot >> 1) - 1;
        r0 = (2 | slot & 1) << bits >>> 0;
        if (slot < 14) {
          r0 += backwardTree(kFar + r0 - slot, bits);
        } else {
          let high = 0;
          for (let i = 4; i < bits; ++i) {
            range >>>= 1;
            const one = code >= range ? 1 : 0;
            if (one) code -= range;
            high = (high << 1 | one) >>> 0;
            if (range < 0x1000000) narrow();
          }
          r0 = r0 + high * 16 + backwardTree(kAlign, 4);
        }
      }
    }
    if (r0 >= size) throw new Error('damaged');
    for (length = Math.min(length + 2, out.length - size); length > 0; --length) {
      out[size] = out[size - r0 - 1];
      ++size;
    }
  }
  return out;
}
