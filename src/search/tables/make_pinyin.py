#!/usr/bin/env python3
"""Writes pinyin.bin, the readings of the hanzi of GB 2312 by which src/search understands gaoxinqu and gxq.

    make_pinyin.py pinyin_dict.go > pinyin.bin

Source: go-pinyin 0.19.0, pinyin_dict.go, made from Unihan and other dictionaries by its authors
(https://github.com/mozillazg/go-pinyin, MIT; Debian package golang-github-mozillazg-go-pinyin-dev).
Tones are left out, and so are all but the first three readings of a hanzi.

The format: the count of syllables, then each with a NUL behind, in their order; then for each syllable the count of its
hanzi and these, each minus the last one, as LEB128 (the first minus U+4E00).
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


out = bytearray(leb(len(readings)))
for syllable in sorted(readings):
    out += syllable.encode() + b'\0'
for syllable in sorted(readings):
    out += leb(len(readings[syllable]))
    last = 0x4E00
    for code in sorted(readings[syllable]):
        out += leb(code - last)
        last = code
sys.stdout.buffer.write(out)
print(len(readings), 'syllables', len(set().union(*readings.values())), 'hanzi', len(out), 'bytes', file=sys.stderr)
