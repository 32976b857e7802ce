// Bytes as text of a UTF-8 page, seven bits a letter: an eighth shorter than base64. A letter that HTML would change (NUL, the
// carriage return, a '<' that could begin a tag) becomes one of two bytes that bears the next four bits too, so that it costs little:
// U+0080 and what it means (0, 1, 2) sixteen times, and the four bits. src/browser/unpack/unpack.cpp reads the same.
const kMeant = [0, 13, 60];

export function lettersOf(bytes) {
  const last = bytes.length * 8;
  // Behind the last byte stand ones: so the letter there is never one that bears four bits more than its own padding,
  // and what is read back is as long as what was written.
  let at = 0;  // in bits
  const bits = (count, from) => {
    let value = 0;
    for (let i = 0; i < count; ++i) {
      const byte = from + i < last ? bytes[from + i >> 3] : 255;
      value = value << 1 | byte >> 7 - (from + i & 7) & 1;
    }
    return value;
  };
  const letters = [];
  while (at < last) {
    const value = bits(7, at);
    at += 7;
    const next = value === 60 && at < last ? bits(7, at) : 0;
    if (value === 0 || value === 13 || next === 33 || next === 47) {
      letters.push(128 | kMeant.indexOf(value) << 4 | bits(4, at));
      at += 4;
    } else {
      letters.push(value);
    }
  }
  let text = '';
  for (let i = 0; i < letters.length; i += 32768) text += String.fromCharCode(...letters.slice(i, i + 32768));
  return text;
}

// The bytes again.
export function fromLetters(text) {
  const bytes = new Uint8Array(Math.ceil(text.length * 11 / 8));
  let held = 0;
  let count = 0;
  let at = 0;
  for (let i = 0; i < text.length; ++i) {
    const letter = text.charCodeAt(i);
    if (letter < 128) {
      held = held << 7 | letter;
      count += 7;
    } else {
      held = held << 11 | kMeant[letter >> 4 & 3] << 4 | letter & 15;
      count += 11;
    }
    while (count >= 8) {
      count -= 8;
      bytes[at++] = held >> count;
      held &= (1 << count) - 1;
    }
  }
  return bytes.subarray(0, at);
}
