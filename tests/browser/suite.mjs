// The smallest of test runners: test(name, work) registers, skip(why) inside a test leaves it undone and says so.
import assert from 'node:assert/strict';

export { assert };
export const tests = [];

class Skipped extends Error {}

// `longer`: how many times as long as others it may take.
export function test(name, work, longer = 1) {
  tests.push({ name, work, longer });
}

export function skip(why) {
  throw new Skipped(why);
}

// On a machine that is busy with other things BROADSHEET_PATIENCE=5 waits five times as long before it gives up.
export const patience = Number(process.env.BROADSHEET_PATIENCE) || 1;

export async function runAll(wanted, limit = 120000 * patience) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, work, longer } of tests) {
    if (wanted && !name.includes(wanted)) continue;
    const began = Date.now();
    let timer = 0;
    try {
      const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`took longer than ${limit * longer / 1000} s`)), limit * longer);
      });
      await Promise.race([work(), late]);
      count.passed += 1;
      console.log(`ok   ${name} (${Date.now() - began} ms)`);
    } catch (error) {
      if (error instanceof Skipped) {
        count.skipped += 1;
        console.log(`SKIP ${name}: ${error.message}`);
      } else {
        count.failed += 1;
        console.log(`FAIL ${name}\n     ${String(error.stack ?? error).replaceAll('\n', '\n     ')}`);
      }
    } finally {
      clearTimeout(timer);
    }
  }
  return count;
}
