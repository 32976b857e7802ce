// The two-byte codes of GB18030 as the native program carries them, for comparison with what browsers say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './where.mjs';

// Read as src/text/gb18030_table.cpp reads it.
export function tableOfTheProgram() {
  const codes = [];
  let code = 0;
  let value = 0;
  let shift = 0;
  for (const byte of readFileSync(join(root, 'src/text/gb18030.bin'))) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte & 128) continue;
    code += value & 1 ? -((value + 1) / 2) : value / 2;
    codes.push(code);
    value = 0;
    shift = 0;
  }
  return codes;
}
