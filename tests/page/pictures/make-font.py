#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws test.ttc: for each character a frame and sixteen squares that stand for its code point.

    make-font.py FILE…      with the characters of the files, beside ASCII

It has to be made again (Debian's python3-fonttools) when a picture shows a character that it does not
have; the test says so."""

import pathlib
import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection

EM = 1000
FRAME = 40
HALF_LEFT = '，。、；：？！）》〉」』】〕”’'
HALF_RIGHT = '（《〈「『【〔“‘'


def square(pen, left, bottom, right, top):
    pen.moveTo((left, bottom))
    pen.lineTo((left, top))
    pen.lineTo((right, top))
    pen.lineTo((right, bottom))
    pen.closePath()


def draw(character, width):
    pen = TTGlyphPen(None)
    left, right = 60, width - 60
    if character in HALF_LEFT:
        right = width // 2 - 60
    elif character in HALF_RIGHT:
        left = width // 2 + 60
    bottom, top = -60, 820
    square(pen, left, bottom, right, bottom + FRAME)
    square(pen, left, top - FRAME, right, top)
    square(pen, left, bottom, left + FRAME, top)
    square(pen, right - FRAME, bottom, right, top)
    bits = ord(character) * 40503 & 0xFFFF
    for row in range(4):
        for column in range(4):
            if bits >> (4 * row + column) & 1:
                x = left + FRAME + (right - left - 2 * FRAME) * column // 4
                y = bottom + FRAME + (top - bottom - 2 * FRAME) * row // 4
                square(pen, x, y, x + (right - left - 2 * FRAME) // 4, y + (top - bottom - 2 * FRAME) // 4)
    return pen.glyph()


def build(family, characters):
    names = ['.notdef'] + [f'u{ord(c):04X}' for c in characters]
    widths = {'.notdef': EM} | {f'u{ord(c):04X}': EM // 2 if ord(c) < 0x80 else EM for c in characters}
    empty = TTGlyphPen(None).glyph()
    glyphs = {'.notdef': empty}
    for c in characters:
        glyphs[f'u{ord(c):04X}'] = empty if c.isspace() else draw(c, widths[f'u{ord(c):04X}'])
    font = FontBuilder(EM, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(c): f'u{ord(c):04X}' for c in characters})
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics({name: (widths[name], 0) for name in names})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({'familyName': family, 'styleName': 'Regular',
                         'licenseDescription': 'GPL-3.0-or-later'})
    font.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    font.setupPost(keepGlyphNames=False)
    font.font['head'].created = font.font['head'].modified = 0
    return font.font


def main():
    text = ''.join(pathlib.Path(name).read_text('utf-8') for name in sys.argv[1:])
    characters = sorted({c for c in text if c.isprintable()} | {chr(c) for c in range(0x20, 0x7F)} | {'　', '—'})
    collection = TTCollection()
    collection.fonts = [build(f'Nianbao Test {name}', characters) for name in ('Song', 'Fang', 'Hei')]
    collection.save(pathlib.Path(__file__).parent / 'test.ttc', shareTables=True)


if __name__ == '__main__':
    main()
