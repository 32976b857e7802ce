// A proof-reader that knows the printed page: puts what is wrong with the open page right, by keys alone.
//
//     const done = await proofread(page, planOf(truth, await onePage(page), dump));    // every operation, in order
//
// It sees what a person sees: which passage is picked, what the panel says of the place that is being chosen.
import { bare, errors } from './printed.mjs';
import { arrowToByte, cursor, keys, node, onePage, press, reach } from './proof.mjs';
import { assert } from './suite.mjs';

const kRoleKeys = { headline: '1', kicker: '2', deck: '3', byline: '4', subhead: '5', paragraph: '6', caption: '7', credit: '8', furniture: '9' };
const kMostSteps = 400;

// The letter of the dump at which these words begin, the one nearest to `near`.
function letterOf(source, words, near) {
  const wanted = [...bare(words)];
  let best = -Infinity;
  for (let i = 0; i + wanted.length <= source.letters.length; ++i) {
    if (source.letters[i] !== wanted[0] || Math.abs(i - near) >= Math.abs(best - near)) continue;
    if (wanted.every((letter, n) => source.letters[i + n] === letter)) best = i;
  }
  assert.ok(best >= 0, `the panel says what stands in the dump: ${words}`);
  return best;
}

class Hands {
  constructor(page, source) {
    this.page = page;
    this.source = source;
    this.near = 0;
  }

  // What the panel says of the choice, without its label.
  async said() {
    const lines = await this.page.locator('#mirror [data-id="draft"] *').allTextContents();
    // An ellipsis stands where words were left out in front.
    return lines.map((line) => /^(?:从这里起|放在其后|接上)：…?(.*)/.exec(line)?.[1]).find((line) => line !== undefined) ?? '';
  }

  // The byte of the passage, or of the place in it, that is chosen.
  async chosen() {
    const [left, right] = (await this.said()).split('｜');
    const found = letterOf(this.source, left + (right ?? ''), this.near);
    this.near = found;
    return this.source.at[found + (right === undefined ? 0 : bare(left).length)];
  }

  // Brings the cut to the byte: by sentences, then letter by letter.
  async cutAt(byte) {
    const letter = (at) => this.source.at.indexOf(at);
    this.near = letter(byte);
    for (let i = 0, was = -1; i < kMostSteps; ++i) {
      const now = await this.chosen();
      if (now === byte) return;
      const far = letter(byte) - letter(now);
      const stuck = now === was;
      was = now;
      if (Math.abs(far) > 12 && !stuck) {
        await keys(this.page, far > 0 ? 'ArrowDown' : 'ArrowUp');
      } else {
        const between = this.source.letters.slice(Math.min(letter(now), letter(byte)), Math.max(letter(now), letter(byte)) + 1);
        const times = between.some((one) => /[0-9A-Za-z]/.test(one)) ? 1 : Math.abs(far);  // Latin words are one step
        await press(this.page, far > 0 ? 'ArrowRight' : 'ArrowLeft', times);
      }
    }
    assert.fail(`the cut does not come to byte ${byte}`);
  }

  async takes() {
    await keys(this.page, 'Enter');
    if (await node(this.page, 'draft').count() === 0) return true;
    await keys(this.page, 'Escape');
    return false;
  }

  async move(error) {
    await keys(this.page, 'v');
    await reach(this.page, error.behind, () => this.chosen());
    return this.takes();
  }

  // Puts one error right. False where the page did not take it.
  async putRight(error) {
    await arrowToByte(this.page, error.at);
    this.near = this.source.at.indexOf(error.at);
    if (error.many) await keys(this.page, 'Control+a');
    if (error.do === 'role') {
      await keys(this.page, kRoleKeys[error.role]);
    } else if (error.do === 'split') {
      await keys(this.page, 'l');
      await this.cutAt(error.at);
    } else if (error.do === 'join') {
      await keys(this.page, 'j');
      await reach(this.page, error.next, () => this.chosen());
    } else if (error.do === 'move') {
      return this.move(error);
    } else if (error.do === 'article') {
      await this.move(error);  // refused where it stands there already
      await arrowToByte(this.page, error.at);
      await keys(this.page, 'b');
      await this.cutAt(error.at);
    } else {
      await keys(this.page, 'y', 'Control+a');
      await this.page.keyboard.insertText(error.names.join('、'));
      await this.page.idle();
    }
    return this.takes();
  }
}

// Puts everything right; answers with what was done.
export async function proofread(page, plan) {
  const hands = new Hands(page, plan.source);
  const done = [];
  for (;;) {
    const [next] = errors(await onePage(page), plan);
    if (!next) return done;
    assert.ok(!done.some((one) => JSON.stringify(one) === JSON.stringify(next)), `${JSON.stringify(next)} is wrong again`);
    assert.ok(await hands.putRight(next), `${JSON.stringify(next)} is taken; the passage picked is at ${await cursor(page)}`);
    done.push(next);
  }
}
