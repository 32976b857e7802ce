// What is wrong with the open page, held against the page as it was printed.
//
//     const plan = planOf(truth, page, dump);    // null where the dump lacks some of the printed words
//     for (const error of errors(page, plan)) ...     // { do: 'split', at: 4711 }, in the order in which they are best put right
//
// Everything is said in letters: what is no blank, folded, so that widths make no difference. The plan says of each printed
// unit (a head, a paragraph, a caption) which letters of the dump it is made of; it is made once, of the page as the parser left it.
const kBlank = /^\s*$/;

// The letters of a text, with the byte where each begins.
export function lettersOf(text) {
  const letters = [];
  const at = [];
  let byte = 0;
  for (const one of text) {
    const folded = one.normalize('NFKC');
    if (!kBlank.test(folded) && one !== '\ufeff') {
      for (const part of folded) {
        letters.push(part);
        at.push(byte);
      }
    }
    byte += Buffer.byteLength(one);
  }
  return { letters, at };
}

export const bare = (text) => lettersOf(text ?? '').letters.join('');

// The first letter at or behind the byte.
function letterAt(source, byte) {
  let low = 0;
  for (let high = source.at.length; low < high;) {
    const middle = low + high >> 1;
    if (source.at[middle] < byte) low = middle + 1;
    else high = middle;
  }
  return low;
}

const kHeads = ['kicker', 'headline', 'deck'];

// The units of the open page in reading order, each with its letters; each line of a head is a unit of its own.
export function unitsOf(page, source) {
  const out = [];
  const add = (article, role, spans) => {
    const letters = [];
    for (const [begin, end] of spans ?? [])
      for (let i = letterAt(source, begin); i < source.at.length && source.at[i] < end; ++i) letters.push(i);
    if (letters.length) out.push({ article, role, letters });
  };
  page.articles.forEach((article, a) => {
    const heads = Object.fromEntries(kHeads.map((role) => [role, bare(article[role])]));
    for (const span of article.spans ?? []) {
      add(a, 'headline', [span]);
      const words = out.at(-1).letters.map((i) => source.letters[i]).join('');
      out.at(-1).role = ['headline', 'kicker', 'deck'].find((role) => heads[role].includes(words)) ?? 'headline';
    }
    for (const { spans } of article.byline ?? []) add(a, 'byline', spans);
    for (const { kind, spans } of article.blocks) add(a, kind, spans);
  });
  for (const { kind, spans } of page.furniture ?? []) add(-1, kind === 'advertisement' ? kind : 'furniture', spans);
  for (const { spans } of page.duplicates ?? []) add(-1, 'duplicate', spans);
  for (const { spans } of page.unplaced ?? []) add(-1, 'unplaced', spans);
  return out;
}

// What was printed, as units with a role and an article.
function printedUnits(truth) {
  const out = [];
  truth.articles.forEach((article, a) => {
    const add = (role, text) => bare(text) && out.push({ article: a, role, text: bare(text) });
    const heads = article.heads ?? kHeads.map((role) => article[role]).filter(Boolean);
    const main = Math.max(0, heads.findIndex((head) => bare(head) === bare(article.headline)));
    heads.forEach((head, i) => add(i < main ? 'kicker' : i > main ? 'deck' : 'headline', head));
    for (const { kind, text } of article.blocks) add(kind === 'subhead' ? kind : 'paragraph', text);
    for (const words of article.captions ?? []) add('caption', words);
    for (const words of article.credits ?? []) add('credit', words);
  });
  return out;
}

// Finds the words among letters that nobody has taken: whole first, then in as few parts as can be.
class Finder {
  constructor(source, units) {
    this.source = source;
    this.flow = units.flatMap(({ letters }) => letters);
    this.text = this.flow.map((i) => source.letters[i]);
    this.taken = new Uint8Array(this.flow.length);
    this.first = new Map();
    this.text.forEach((letter, i) => (this.first.get(letter) ?? this.first.set(letter, []).get(letter)).push(i));
    this.ends = new Set();  // places in the flow where a unit ends
    let end = 0;
    for (const { letters } of units) this.ends.add(end += letters.length);
  }

  // How many letters of `words` stand at this place of the flow, untaken.
  reach(place, words) {
    let n = 0;
    while (n < words.length && place + n < this.text.length && this.text[place + n] === words[n] && !this.taken[place + n]) ++n;
    return n;
  }

  // Where a line of the dump ends or a wide blank stands behind this place of the flow.
  breaks(place) {
    if (this.ends.has(place)) return true;
    const [last, next] = [this.flow[place - 1], this.flow[place]];
    return next !== last + 1 || this.source.at[next] - this.source.at[last] > 4;
  }

  take(place, count) {
    for (let i = place; i < place + count; ++i) this.taken[i] = 1;
    return this.flow.slice(place, place + count);
  }

  whole(words) {
    const places = (this.first.get(words[0]) ?? []).filter((place) => this.reach(place, words) === words.length);
    const tidy = (place) => Number(this.ends.has(place) || place === 0) + Number(this.ends.has(place + words.length));
    places.sort((a, b) => tidy(b) - tidy(a));
    return places.length ? this.take(places[0], words.length) : null;
  }

  parts(words) {
    const out = [];
    for (let from = 0; from < words.length;) {
      const rest = words.slice(from);
      const near = out.length ? out.at(-1) : 0;
      let best = null;
      for (const place of this.first.get(rest[0]) ?? []) {
        const count = this.reach(place, rest);
        const far = this.flow[place] > near ? this.flow[place] - near : 1e6 + near - this.flow[place];
        if (count && (!best || count > best.count || (count === best.count && far < best.far))) best = { place, count, far };
      }
      if (!best) return null;
      // A letter or two behind a break are there by chance.
      for (let back = 1; back <= 2 && best.count < rest.length && best.count > back; ++back)
        if (this.breaks(best.place + best.count - back)) best.count -= back;
      out.push(...this.take(best.place, best.count));
      from += best.count;
    }
    return out;
  }
}

export function planOf(truth, page, dump) {
  const source = lettersOf(dump);
  const finder = new Finder(source, unitsOf(page, source));
  const printed = printedUnits(truth).map((unit, index) => ({ ...unit, index, words: [...unit.text] }));
  const long = [...printed].sort((a, b) => b.words.length - a.words.length);
  for (const unit of long) unit.letters = finder.whole(unit.words);
  for (const unit of long) unit.letters ??= finder.parts(unit.words);
  if (printed.some(({ letters }) => !letters)) return null;
  const owner = new Array(source.letters.length).fill(null);  // which printed unit a letter belongs to, and where in it
  for (const unit of printed) unit.letters.forEach((letter, place) => (owner[letter] = { unit, place }));
  return { truth, source, printed, owner };
}

const isHead = (role) => kHeads.includes(role);
const isBody = (role) => ['paragraph', 'subhead', 'quote', 'list'].includes(role);
const isAside = (role) => ['furniture', 'advertisement', 'duplicate', 'unplaced'].includes(role);
const isSameRole = (open, wanted) => open === wanted || (wanted === 'paragraph' && ['quote', 'list'].includes(open));

// Everything that is wrong with the open page.
export function errors(page, { truth, source, printed, owner }) {
  const units = unitsOf(page, source);
  const byte = (letter) => source.at[letter];
  const home = new Array(source.letters.length);  // which open unit holds a letter
  for (const unit of units) unit.letters.forEach((letter, place) => (home[letter] = { unit, place }));
  // A unit that stands in several places of the dump is picked as a whole.
  const many = ({ letters }) => letters.some((letter, i) => i > 0 && letter !== letters[i - 1] + 1);
  const found = { split: [], apart: [], join: [], role: [], aside: [], article: [], move: [], byline: [] };

  // Two letters that stand together and were not printed together.
  const together = (x, y) => (!owner[x] && !owner[y]) ||
    (owner[x] && owner[y] && owner[x].unit === owner[y].unit && owner[y].place === owner[x].place + 1);
  for (const { letters } of units)
    for (let i = 1; i < letters.length; ++i)
      if (!together(letters[i - 1], letters[i])) found.split.push({ do: 'split', at: byte(letters[i]) });

  for (const { letters, role } of printed) {
    const first = home[letters[0]].unit;
    if (!isSameRole(first.role, role)) found.role.push({ do: 'role', at: byte(letters[0]), role, many: many(first) });
    for (let i = 1; i < letters.length; ++i) {
      const [x, y] = [home[letters[i - 1]], home[letters[i]]];
      if (isHead(role)) {  // its lines are joined by their role
        if (x.unit !== y.unit && !isSameRole(y.unit.role, role)) found.role.push({ do: 'role', at: byte(letters[i]), role });
      } else if (x.unit !== y.unit || y.place !== x.place + 1) {
        if (x.unit !== y.unit && !isBody(y.unit.role) && y.unit.role !== role) found.apart.push({ do: 'role', at: byte(letters[i]), role, many: many(y.unit) });
        found.join.push({ do: 'join', at: byte(letters[i - 1]), next: byte(letters[i]) });
      }
    }
  }

  // What was not printed in any article, and stands in one.
  const names = truth.articles.flatMap(({ byline }) => byline.map(bare));
  const printedIn = new Set(units.filter(({ letters }) => owner[letters[0]]).map(({ article }) => article));
  for (const { article, role, letters } of units) {
    if (article < 0 || owner[letters[0]]) continue;
    const words = letters.map((i) => source.letters[i]).join('');
    if (!printedIn.has(article)) found.aside.push({ do: 'role', at: byte(letters[0]), role: 'furniture', many: many({ letters }) });
    else if (role !== 'byline' && role !== 'credit')
      found.aside.push({ do: 'role', at: byte(letters[0]), role: names.some((name) => words.includes(name)) ? 'byline' : 'furniture', many: many({ letters }) });
  }

  // Which open article is which printed one: each has the first unit of its own.
  const anchors = truth.articles.map((_, a) => printed.find(({ article }) => article === a));
  const where = anchors.map((unit) => home[unit.letters[0]].unit.article);
  const share = (a, open) => printed.filter(({ article }) => article === a).flatMap(({ letters }) => letters)
    .filter((letter) => home[letter].unit.article === open).length;
  const owners = new Map();
  where.forEach((open, a) => {
    const had = owners.get(open);
    if (had === undefined || share(a, open) > share(had, open)) owners.set(open, a);
  });
  where.forEach((open, a) => {
    if (open < 0 || owners.get(open) === a) return;
    const last = units.filter((unit) => unit.article === open && !isHead(unit.role)).at(-1) ?? home[anchors[owners.get(open)].letters[0]].unit;
    found.article.push({ do: 'article', at: byte(anchors[a].letters[0]), behind: byte(last.letters.at(-1)) });
  });

  // What stands in another article than it was printed in, or in another order.
  const last = ({ letters }) => byte(letters.at(-1));
  truth.articles.forEach((_, a) => {
    if (owners.get(where[a]) !== a) return;
    const own = printed.filter(({ article }) => article === a);
    const order = units.filter((unit) => unit.article === where[a] && isBody(unit.role) && owner[unit.letters[0]]?.unit.article === a)
      .map((unit) => owner[unit.letters[0]].unit);
    let previous = null;
    for (const unit of own) {
      // The lines of a head stand one behind the other.
      for (let i = 1; isHead(unit.role) && i < unit.letters.length; ++i) {
        const [x, y] = [home[unit.letters[i - 1]].unit, home[unit.letters[i]].unit];
        const between = units.slice(units.indexOf(x) + 1, units.indexOf(y)).some(({ role }) => role === y.role);
        if (x !== y && x.role === y.role && (y.article !== x.article || between || units.indexOf(y) < units.indexOf(x)))
          found.move.push({ do: 'move', at: byte(unit.letters[i]), behind: byte(unit.letters[i - 1]) });
      }
      const moved = home[unit.letters[0]].unit.article !== where[a];
      const wrong = isBody(unit.role) && unit !== anchors[a] && (moved || (order.indexOf(unit) !== (previous ? order.indexOf(previous) + 1 : 0)));
      if (wrong || moved) found.move.push({ do: 'move', at: byte(unit.letters[0]), behind: last(previous ?? anchors[a]), many: many(home[unit.letters[0]].unit) });
      if (isBody(unit.role)) previous = unit;
    }
    const open = page.articles[where[a]];
    const has = new Set((open?.byline ?? []).map(({ name }) => bare(name)));
    const wanted = truth.articles[a].byline.map(bare);
    if (has.size !== new Set(wanted).size || wanted.some((name) => !has.has(name)))
      found.byline.push({ do: 'byline', at: byte(anchors[a].letters[0]), names: truth.articles[a].byline });
  });
  // What stands aside or in a head cannot be joined: it becomes text first. Moves come when everything has its article.
  const apart = found.role.filter(({ at, role }) => !isHead(role) && !isBody(home[letterAt(source, at)].unit.role));
  return [...found.split, ...apart, ...found.apart, ...found.join, ...found.role, ...found.aside, ...found.article, ...found.move, ...found.byline];
}
