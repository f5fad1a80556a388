#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether every text that people read is translated, one TAP test each.

usage: translations.py SOURCE_ROOT
"""
import pathlib
import re
import shutil
import sys
import tempfile

import catalogue

# What tests of several rooms share lies above them.
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

ROOT = pathlib.Path(sys.argv[1])
PO = ROOT / 'po'
# What every program says, and translators know.
PLAIN = {'Undo', 'Redo', 'Quit', 'Help', '_Help', 'Preferences', '_Preferences', '_Cancel', '_Save', '_Close', '_Open…',
         '_Discard', 'Back', 'Forward', 'Contents', 'Files', 'General', 'Nianbao', '_Certificate…', '[FILE…]'}
# Headings of pages of the help and of the list of keys, read in their place.
IN_THEIR_PLACE = {'Checking', 'Editing', 'Moving'}
IN_C = re.compile(r'\b(?:_|N_|C_|NC_|g?ettext|d?ngettext|g_d\w*gettext\d?) \(')


def has_texts(path):
    """Whether a file holds texts for translators."""
    name = path.name
    if path.suffix in {'.c', '.h'}:
        return bool(IN_C.search(path.read_text('utf-8')))
    if path.suffix == '.ui':
        return 'translatable="yes"' in path.read_text('utf-8')
    if name.endswith(('.desktop.in', '.metainfo.xml.in', '.gschema.xml')):
        return True
    parts = path.relative_to(ROOT).parts
    return parts[:2] == ('data', 'registries') or (parts[:2] == ('data', 'help') and path.suffix == '.xml') or (
        parts[:2] == ('data', 'forms') and name in {'fields.xml', 'rules.xml'})


def potfiles_is_complete():
    files = [path for folder in ('src', 'data') for path in (ROOT / folder).rglob('*') if path.is_file()]
    expected = {str(path.relative_to(ROOT)) for path in files if has_texts(path)}
    actual = catalogue.listed(ROOT)
    yield from (f'{name} is not in po/POTFILES' for name in sorted(expected - set(actual)))
    yield from (f'{name} stands in po/POTFILES for nothing' for name in sorted(set(actual) - expected))
    if actual != sorted(actual):
        yield 'po/POTFILES is not sorted'


def language_is_complete(language):
    """No text of the sources is missing, untranslated or fuzzy; formats and mnemonics agree."""
    with tempfile.TemporaryDirectory() as folder:
        pot, merged = pathlib.Path(folder, 'nianbao.pot'), pathlib.Path(folder, 'merged.po')
        catalogue.extract(ROOT, pot)
        catalogue.run(ROOT, 'msgmerge', '-q', '-N', '-o', merged, PO / f'{language}.po', pot)
        for kind in ('--untranslated', '--only-fuzzy'):
            left = catalogue.run(ROOT, 'msgattrib', kind, '--no-obsolete', merged).stdout
            for message in re.findall(r'^msgid ((?:".*"\n)+)', left, re.M):
                text = ''.join(re.findall(r'"(.*)"', message))
                if text:
                    yield f'{language}: {kind[2:]}: {text}'
        for check in ('--check', '--check-accelerators=_'):
            result = catalogue.run(ROOT, 'msgfmt', check, '-o', '/dev/null', merged)
            if result.returncode != 0:
                yield from result.stderr.splitlines()


def short_texts_are_explained():
    """A word alone does not say whether it is a verb, or what it heads: translators are told."""
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder, 'nianbao.pot')
        catalogue.extract(ROOT, pot)
        for entry in catalogue.entries(ROOT, pot):
            text, places = entry['msgid'], entry['places'].split()
            told = 'Translators:' in entry['comments'] or (entry['comments'] and any(p.split(':')[0].endswith('.ui') for p in places))
            if (len(text.split()) == 1 and re.search('[A-Za-z]', re.sub('%.', '', text)) and not told
                    and 'msgctxt' not in entry and text not in PLAIN | IN_THEIR_PLACE
                    and any(place.startswith('src/') for place in places)):
                yield f'no comment says what “{text}” is: {places[0]}'


def main():
    if shutil.which('xgettext') is None:
        print('1..0 # SKIP gettext is not installed')
        return
    tests = [('potfiles', potfiles_is_complete())]
    tests += [('short-texts', short_texts_are_explained())]
    tests += [(language, language_is_complete(language)) for language in catalogue.languages(ROOT)]
    tap.run(tests)


main()
