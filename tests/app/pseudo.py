#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test of windows in a language that nobody speaks: every text of the program is there, in brackets, with
accents, and by two fifths longer, as German or Finnish would be. What is not in brackets was never translated, what
does not fit would not fit there either.

usage: pseudo.py SOURCE_ROOT COMMAND…
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from catalogue import entries, extract

ROOT = pathlib.Path(sys.argv[1])
LANGUAGE = 'en_XA'
PLAIN = 'aeiouycdghjlnrstwzAEIOUYCDGHJLNRSTWZ'
ACCENTED = 'âéîôûýçđĝĥĵļñŕšţŵžÂÉÎÔÛÝÇĐĜĤĴĻÑŔŠŢŴŽ'
# What keeps its meaning: formats, markup, entities, the marks of help, escapes.
KEPT = re.compile(r'%(?:\d+\$)?[-+ 0#]*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[a-zA-Z]|%%|<[^>]*>|&[a-z]+;|\[\[[^]|]*\|?|\]\]|\{[^}]*\}|\\.|\n')
HEADER = ('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n')


def translate(text):
    """The text as that language has it."""
    parts, at = [], 0
    for match in KEPT.finditer(text):
        parts += [text[at:match.start()].translate(str.maketrans(PLAIN, ACCENTED)), match[0]]
        at = match.end()
    parts.append(text[at:].translate(str.maketrans(PLAIN, ACCENTED)))
    first, words, last = re.fullmatch(r'(\n*)(.*?)([….:]?\n*)', ''.join(parts), re.S).groups()
    # In words of their own, so that lines can be broken; an ellipsis and a line's end stay at the end.
    longer = len(re.sub(KEPT, '', text)) * 2 // 5
    tail = ' ôñé' * ((longer + 3) // 4)
    return first + '⟦' + words + tail + last.rstrip('\n') + '⟧' + '\n' * last.count('\n')


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'


def write(folder):
    """Makes the catalogue of that language below the folder."""
    pot, po = folder / 'nianbao.pot', folder / 'pseudo.po'
    extract(ROOT, pot)
    with open(po, 'w', encoding='utf-8') as out:
        out.write(HEADER)
        for entry in entries(ROOT, pot):
            for name in ('msgctxt', 'msgid', 'msgid_plural'):
                if name in entry:
                    out.write(f'{name} {quote(entry[name])}\n')
            if 'msgid_plural' in entry:
                out.write(f'msgstr[0] {quote(translate(entry["msgid"]))}\nmsgstr[1] {quote(translate(entry["msgid_plural"]))}\n\n')
            else:
                out.write(f'msgstr {quote(translate(entry["msgid"]))}\n\n')
    place = folder / LANGUAGE / 'LC_MESSAGES'
    place.mkdir(parents=True)
    subprocess.run(['msgfmt', '--check-format', '-o', place / 'nianbao.mo', po], check=True)


def main():
    if shutil.which('xgettext') is None:
        print('1..0 # SKIP gettext is not installed')
        return 0
    # In a locale called C no language counts.
    if not pathlib.Path(os.environ['LOCPATH'], os.environ['LC_MESSAGES'], 'LC_IDENTIFICATION').is_file():
        print('1..0 # SKIP localedef could make no locale (package locales)')
        return 0
    with tempfile.TemporaryDirectory() as folder:
        write(pathlib.Path(folder))
        environment = dict(os.environ, LANGUAGE=LANGUAGE, NIANBAO_LOCALEDIR=folder)
        return subprocess.run(sys.argv[2:], env=environment, check=False).returncode


sys.exit(main())
