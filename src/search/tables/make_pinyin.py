#!/usr/bin/env python3
"""Writes pinyin.bin, the readings of the hanzi of GB 2312 by which src/search understands gaoxinqu and gxq.

    make_pinyin.py pinyin_dict.go > pinyin.bin

Source: go-pinyin 0.19.0, pinyin_dict.go, made from Unihan and other dictionaries by its authors
(https://github.com/mozillazg/go-pinyin, MIT; Debian package golang-github-mozillazg-go-pinyin-dev).
Tones are left out, and so are all but the first three readings of a hanzi.

The format, numbers as LEB128: the count of syllables, then each with a NUL behind, in their order. Then which syllable the first
reading of each hanzi is, in the order of GB 2312: for the common ones (rows 16 to 55), which GB 2312 has in the order of
their readings, the zigzag-coded difference from the one before; for the others its number. Then how many hanzi have more
readings, and for each twice how many without stand before it, plus one where it has two more; last the numbers of these.
Half of what a list of hanzi for each syllable would be, once packed.
"""
import re
import sys
import unicodedata

readings = {}
for line in open(sys.argv[1], encoding='utf-8'):
    found = re.match(r'\s+0x([0-9A-F]+): "([^"]+)"', line)
    if not found:
        continue
    code = int(found[1], 16)
    try:
        chr(code).encode('gb2312')
    except UnicodeEncodeError:
        continue
    if not 0x4E00 <= code <= 0x9FFF:
        continue
    for reading in found[2].split(',')[:3]:
        plain = ''.join(c for c in unicodedata.normalize('NFD', reading.replace('ü', 'v').replace('ǖ', 'v').replace('ǘ', 'v')
                        .replace('ǚ', 'v').replace('ǜ', 'v')) if 'a' <= c <= 'z')
        if len(plain) > 1 or plain in 'aeo':
            readings.setdefault(plain, set()).add(code)


def leb(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def zigzag(n):
    return 2 * n if n >= 0 else -2 * n - 1


syllables = sorted(readings)
number = {syllable: i for i, syllable in enumerate(syllables)}
readings_of = {}
for syllable in syllables:
    for code in readings[syllable]:
        readings_of.setdefault(code, []).append(number[syllable])
common, rare = ([ord(bytes((lead, trail)).decode('gb2312')) for lead in range(first, last) for trail in range(0xA1, 0xFF)
                 if (lead, trail) < (0xD7, 0xFA) or lead > 0xD7] for first, last in ((0xB0, 0xD8), (0xD8, 0xF8)))

out = bytearray(leb(len(syllables)))
for syllable in syllables:
    out += syllable.encode() + b'\0'

# The way through the readings of the common hanzi that goes on in their order for the most of them.
most = [0] * len(syllables)  # by the syllable that the way has come to
came_from = []
for code in common:
    best = 0
    before = []
    for syllable in range(len(syllables)):
        if most[syllable] > most[best]:
            best = syllable
        before.append(best)
    most = [most[before[s]] + (s in readings_of[code]) for s in range(len(syllables))]
    came_from.append(before)
way = [most.index(max(most))]
for before in reversed(came_from):
    way.append(before[way[-1]])
way = way[-2::-1]
first = {code: min(readings_of[code], key=lambda s: abs(s - at)) for code, at in zip(common, way)}
first.update((code, readings_of[code][0]) for code in rare)

last = 0
for code in common:
    out += leb(zigzag(first[code] - last))
    last = first[code]
for code in rare:
    out += leb(first[code])
others = [[s for s in readings_of[code] if s != first[code]] for code in common + rare]
out += leb(sum(map(bool, others)))
without = 0
for more in others:
    if more:
        out += leb(without << 1 | len(more) - 1)
    without = 0 if more else without + 1
for syllable in sum(others, []):
    out += leb(syllable)
sys.stdout.buffer.write(out)
print(len(syllables), 'syllables', len(readings_of), 'hanzi', len(out), 'bytes', file=sys.stderr)
