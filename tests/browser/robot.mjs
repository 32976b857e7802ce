// A proof-reader that knows the printed page: compares what is open with the truth, and puts errors right by keys alone.
import { arrowToByte, choose, keys, node, onePage } from './proof.mjs';
import { assert } from './suite.mjs';

// Text without blanks and widths, with the byte of the source where each letter begins.
function bare(text) {
  const letters = [];
  const at = [];
  let byte = 0;
  for (const letter of text) {
    const folded = letter.normalize('NFKC');
    if (!/^\s*$/.test(folded)) {
      for (const part of folded) {
        letters.push(part);
        at.push(byte);
      }
    }
    byte += Buffer.byteLength(letter);
  }
  at.push(byte);
  return { text: letters.join(''), at };
}

const kShortest = 5;  // letters that find their place

// Where the words of one printed unit stand in the dump: [begin, end) in bytes, in reading order; null where they do not.
function partsOf(words, source) {
  const wanted = bare(words).text;
  const parts = [];
  let near = 0;
  for (let from = 0; from < wanted.length;) {
    let best = -1;
    let length = 0;
    for (let low = Math.min(kShortest, wanted.length - from), high = wanted.length - from; low <= high;) {
      const middle = low + high >> 1;
      const piece = wanted.slice(from, from + middle);
      let found = source.text.indexOf(piece, near);
      if (found < 0) found = source.text.indexOf(piece);
      if (found < 0) {
        high = middle - 1;
      } else {
        best = found;
        length = middle;
        low = middle + 1;
      }
    }
    if (best < 0) return null;
    parts.push([source.at[best], source.at[best + length - 1] + 1]);
    near = best + length;
    from += length;
  }
  return parts;
}

// The units of the printed page, each with its place in the dump.
function printed(truth, dump) {
  const source = bare(dump);
  const units = [];
  truth.articles.forEach((article, a) => {
    const add = (role, words) => {
      const parts = words && partsOf(words, source);
      if (parts) units.push({ article: a, role, parts });
    };
    for (const role of ['kicker', 'headline', 'deck']) add(role, article[role]);
    for (const { kind, text } of article.blocks) add(kind, text);
    for (const words of article.captions ?? []) add('caption', words);
  });
  return units;
}

// The units of the open page.
function units(page) {
  const out = [];
  page.articles.forEach((article, a) => {
    const heads = ['kicker', 'headline', 'deck'].filter((role) => article[role]).map((role) => [role, bare(article[role]).text]);
    out.push({ article: a, heads, spans: article.spans ?? [] });
    for (const { spans } of article.byline ?? []) out.push({ article: a, role: 'byline', spans: spans ?? [] });
    for (const { kind, spans } of article.blocks) out.push({ article: a, role: kind, spans });
  });
  for (const { kind, spans } of page.furniture ?? []) out.push({ article: -1, role: kind === 'advertisement' ? kind : 'furniture', spans });
  for (const { spans } of page.duplicates ?? []) out.push({ article: -1, role: 'duplicate', spans });
  for (const { spans } of page.unplaced ?? []) out.push({ article: -1, role: 'unplaced', spans });
  return out;
}

// What is wrong with the open page, in the order in which it is best put right.
export function errors(page, truth, dump) {
  const bytes = Buffer.from(dump);
  const open = units(page);
  const letter = (at, step) => {  // the next letter that is no blank, from `at` on
    while (at >= 0 && at < bytes.length && /\s/.test(String.fromCharCode(bytes[at]))) at += step;
    return at;
  };
  const holder = (byte) => open.find(({ spans }) => spans.some(([begin, end]) => begin <= byte && byte < end));
  const roleAt = (byte, unit) => {
    if (!unit?.heads) return unit?.role;
    const [begin, end] = unit.spans.find(([from, to]) => from <= byte && byte < to);
    const words = bare(bytes.subarray(begin, end).toString()).text;
    return unit.heads.find(([, head]) => head.includes(words))?.[0] ?? 'headline';
  };
  // The byte that is read before this one in its unit, or -1 at its beginning.
  const before = (byte, unit) => {
    const index = unit.spans.findIndex(([begin, end]) => begin <= byte && byte < end);
    const last = letter(byte - 1, -1);
    if (last >= unit.spans[index][0]) return last;
    return index > 0 ? letter(unit.spans[index - 1][1] - 1, -1) : -1;
  };
  const found = { split: [], role: [], move: [], join: [] };
  let previous = null;
  for (const unit of printed(truth, dump)) {
    const [[first]] = unit.parts;
    const holds = holder(first);
    if (!holds) continue;
    const block = !holds.heads && holds.article >= 0;
    if (block && before(first, holds) >= 0) found.split.push({ do: 'split', at: first });
    for (const [begin, end] of unit.parts) {
      const other = letter(end, 1);
      const own = holder(begin);
      if (!own || own.heads) continue;
      // What goes on behind it in the dump, but is not printed behind it, is parted from it.
      if (own.spans.some(([from, to]) => from < end && other < to)) found.split.push({ do: 'split', at: other });
    }
    for (const [begin] of unit.parts)
      if (roleAt(begin, holder(begin)) !== unit.role) found.role.push({ do: 'role', at: begin, role: unit.role });
    if (previous && previous.article === unit.article && holder(previous.first)?.article !== holds.article)
      found.move.push({ do: 'move', at: first, behind: previous.last });
    for (let i = 1; i < unit.parts.length; ++i) {
      const [[, end], [begin]] = [unit.parts[i - 1], unit.parts[i]];
      const next = holder(begin);
      if (next && block && before(begin, next) !== letter(end - 1, -1)) found.join.push({ do: 'join', at: end - 1, next: begin });
    }
    previous = { article: unit.article, first, last: unit.parts.at(-1)[1] - 1 };
  }
  return Object.values(found).flat();
}

const kRoleKeys = { headline: '1', kicker: '2', deck: '3', byline: '4', subhead: '5', paragraph: '6', caption: '7', credit: '8' };
const wordsAt = (dump, byte, count) => [...Buffer.from(dump).subarray(byte).toString().split('\n')[0]].slice(0, count).join('').replace(/\s+/g, '');

// Puts one error right by keys. False where the screen did not let it.
export async function putRight(page, error, dump) {
  await arrowToByte(page, error.at);
  if (error.do === 'role') {
    await keys(page, kRoleKeys[error.role]);
  } else if (error.do === 'split') {
    await keys(page, 'l');
    if (!await choose(page, `｜${wordsAt(dump, error.at, 10)}`, 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight')) return leave(page);
  } else if (error.do === 'move') {
    await keys(page, 'v');
    const open = units(await onePage(page)).flatMap(({ spans }) => spans).find(([begin, end]) => begin <= error.behind && error.behind < end);
    if (!await choose(page, wordsAt(dump, open[0], 10), 'ArrowDown', 'ArrowUp')) return leave(page);
  } else {
    await keys(page, 'j');
    if (!await choose(page, `接上：${wordsAt(dump, error.next, 10)}`, 'ArrowDown', 'ArrowUp')) return leave(page);
  }
  await keys(page, 'Enter');
  return await node(page, 'draft').count() === 0 || leave(page);
}

async function leave(page) {
  await keys(page, 'Escape');
  return false;
}

const same = (a, b) => a.do === b.do && a.at === b.at && a.role === b.role;

// Puts `count` errors right; answers with what was done.
export async function proofread(page, truth, dump, count) {
  const done = [];
  const tried = [];
  while (done.length < count) {
    const left = errors(await onePage(page), truth, dump);
    const next = left.find((error) => !tried.some((one) => same(one, error)));
    assert.ok(next, `only ${done.length} of ${count} errors could be put right`);
    tried.push(next);
    if (!await putRight(page, next, dump)) continue;
    const now = errors(await onePage(page), truth, dump);
    if (!now.some((error) => same(error, next))) done.push(next);
  }
  return done;
}

// How many printed texts stand in the open page exactly as they were printed.
export function exact(page, truth) {
  const texts = new Set(page.articles.flatMap(({ kicker, headline, deck, blocks }) =>
    [kicker, headline, deck, ...blocks.map(({ text }) => text)].filter(Boolean).map((text) => bare(text).text)));
  return truth.articles.flatMap(({ kicker, headline, deck, blocks }) => [kicker, headline, deck, ...blocks.map(({ text }) => text)])
    .filter((text) => text && texts.has(bare(text).text)).length;
}
