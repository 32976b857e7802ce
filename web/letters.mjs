// Bytes as text of a UTF-8 page, 50 bits in seven bytes: a sixth more than they are, where base64 makes it a third.
//
// The 50 bits are a number of seven digits to the base of 142, for so many there are if each is to cost one byte: 126 letters of
// one byte (all but NUL and the carriage return, which HTML would change), 13 that with the digit behind them are a letter of two
// bytes, and 3 that with two digits are one of three. A '<' that could begin a tag is a letter of two bytes with what follows it.
// The last letter says how many bytes are too many. src/browser/unpack/unpack.cpp reads the same.
const kBase = 142;
const kDigits = 7;
const kHalf = 2 ** 25;
const kTwo = 126;  // the first digit that stands for a letter of two bytes
const kThree = 139;  // … of three
const kTag = 58;  // '<'
const kOpen = [31, 45];  // '!' and '/'
const kPairs = (kThree - kTwo) * kBase;  // letters of two bytes; behind them stand '<!' and '</'

function digitsOf(bytes) {
  let at = 0;
  let held = 0;
  let count = 0;
  const half = () => {
    for (; count < 25; count += 8) held = held << 8 | bytes[at++];
    return held >>> (count -= 25) & kHalf - 1;
  };
  const digits = new Uint8Array(Math.ceil(bytes.length / 6.25) * kDigits);
  for (let from = 0; from < digits.length; from += kDigits) {
    let value = half() * kHalf + half();
    for (let i = kDigits - 1; i >= 0; --i) {
      digits[from + i] = value % kBase;
      value = Math.floor(value / kBase);
    }
  }
  return digits;
}

export function lettersOf(bytes) {
  const digits = digitsOf(bytes);
  const tooMany = Math.floor(digits.length / kDigits * 50 / 8) - bytes.length;
  const letters = [];
  for (let i = 0; i < digits.length;) {
    const digit = digits[i++];
    if (digit >= kThree) {
      const point = 0x800 + ((digit - kThree) * kBase + (digits[i++] ?? 0)) * kBase + (digits[i++] ?? 0);
      letters.push(point < 0xd800 ? point : point + 0x800);
    } else if (digit >= kTwo) {
      letters.push(128 + (digit - kTwo) * kBase + (digits[i++] ?? 0));
    } else if (digit === kTag && kOpen.includes(digits[i])) {
      letters.push(128 + kPairs + kOpen.indexOf(digits[i++]));
    } else {
      letters.push(digit < 12 ? digit + 1 : digit + 2);
    }
  }
  let text = '';
  for (let i = 0; i < letters.length; i += 32768) text += String.fromCharCode(...letters.slice(i, i + 32768));
  return text + tooMany;
}

// The bytes again.
export function fromLetters(text) {
  const bytes = new Uint8Array(text.length * 3);
  let held = 0;
  let count = 0;
  let at = 0;
  let value = 0;
  let digits = 0;
  const add = (bits) => {
    held = held << 25 | bits;
    for (count += 25; count >= 8;) bytes[at++] = held >> (count -= 8);
  };
  const take = (digit) => {
    value = value * kBase + digit;
    if (++digits < kDigits) return;
    add(Math.floor(value / kHalf));
    add(value % kHalf);
    value = digits = 0;
  };
  for (let i = 0; i < text.length - 1; ++i) {
    const letter = text.charCodeAt(i);
    const pair = letter - 128;
    const three = letter - (letter < 0xd800 ? 0x800 : 0x1000);
    if (pair < 0) {
      take(letter < 13 ? letter - 1 : letter - 2);
    } else if (three >= 0) {
      take(kThree + Math.floor(three / kBase / kBase));
      take(Math.floor(three / kBase) % kBase);
      take(three % kBase);
    } else if (pair >= kPairs) {
      take(kTag);
      take(kOpen[pair - kPairs]);
    } else {
      take(kTwo + Math.floor(pair / kBase));
      take(pair % kBase);
    }
  }
  return bytes.slice(0, at - text.at(-1));
}
