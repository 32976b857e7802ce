// The two-byte codes of GB18030 as code points, in order: every browser carries them, so the page need not.
import { memory32 } from './wasm.mjs';

// 126 leads of 190 trails each; the same numbers as src/text/gb18030.bin.
export function gb18030Codes() {
  const bytes = [];
  for (let lead = 0x81; lead < 0xff; ++lead)
    for (let trail = 0x40; trail < 0xff; ++trail) if (trail !== 0x7f) bytes.push(lead, trail, 10);
  const codes = new TextDecoder('gb18030').decode(new Uint8Array(bytes)).split('\n').map((one) => one.codePointAt(0));
  codes.length = 23940;
  // Twenty codes moved between the editions of 2000, 2005 and 2022, and browsers differ in them: as in that of 2000.
  codes[6555] = 0xe5e5;
  codes[7533] = 0xe7c7;
  [7182, 7183, 7184, 7185, 7186, 7187, 7188, 7201, 7202, 7208].forEach((at, i) => {
    codes[at] = 0xe78d + i;
  });
  for (const at of [23775, 23783, 23788, 23789, 23795, 23812, 23829, 23845]) codes[at] = 0xe81e - 23775 + at;
  return codes;
}

export const gb18030Answers = { js_gb18030: (to) => memory32().set(gb18030Codes(), to >> 2) };
