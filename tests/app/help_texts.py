#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the help is true to the program, one TAP test each: its pages are listed, and what it says that the
program shows is a text of the program, in English and in every language.

usage: help_texts.py SOURCE_ROOT
"""
import pathlib
import re
import shutil
import sys
import xml.etree.ElementTree as tree

import catalogue

# What tests of several rooms share lies above them.
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

ROOT = pathlib.Path(sys.argv[1])
HELP = ROOT / 'data' / 'help'
NAMESPACE = '{urn:nianbao:help:1}'
TEXTS = ('title', 'keywords', 'p', 'h', 'step', 'item')
LINK = re.compile(r'\[\[([^]|]*)')
KEY = re.compile(r'(?<!\\)\{([^}]*)\}')
SHOWN = re.compile(r'(?<!\\)\*([^*]*)\*')


def pages():
    """The name and root of every page."""
    return [(path.name, tree.parse(path).getroot()) for path in sorted(HELP.glob('*.xml')) if path.stem != 'contents']


def paragraphs():
    """The page and text of everything that is translated."""
    for name, root in pages():
        for word in TEXTS:
            yield from ((name, node.text) for node in root.iter(NAMESPACE + word))


def translations(language, folder=''):
    """msgid -> msgstr of what stands in a file below the folder."""
    return {entry['msgid']: entry.get('msgstr', '') for entry in catalogue.entries(ROOT, ROOT / 'po' / f'{language}.po')
            if any(place.startswith(folder) for place in entry['places'].split())}


def bare(text):
    """A text of the program as the help quotes it: without mnemonic and ellipsis."""
    return re.sub(r'…$', '', re.sub(r'\(_.\)', '', text).replace('_', ''))


def pages_are_as_described():
    """Every page is listed once, is called what its file is, and holds only what data/help/README.md names."""
    contents = tree.parse(HELP / 'contents.xml').getroot()
    listed = [node.get('id') for node in contents.iter(NAMESPACE + 'page')]
    known = {NAMESPACE + word for word in (*TEXTS, 'command', 'see', 'fill')}
    by_form = sorted(path.stem for path in HELP.glob('section-*.xml'))
    for name, root in pages():
        if root.get('id') + '.xml' != name:
            yield f'{name}: its id is {root.get("id")}'
        if root.get('id') not in listed and root.get('id') not in by_form:
            yield f'{name} is not in contents.xml'
        for node in root:
            if node.tag not in known:
                yield f'{name}: {node.tag} means nothing'
            if node.text and ('\n' in node.text or node.text != node.text.strip()):
                yield f'{name}: one paragraph, one line: {node.text[:40]}'
    for page in listed:
        if not (HELP / f'{page}.xml').exists() or listed.count(page) > 1:
            yield f'contents.xml: {page}'


def pages_are_packed():
    packed = set(re.findall(r'>([^<]*)</file>', (ROOT / 'src/app/nb-ui.gresource.xml').read_text('utf-8')))
    yield from (f'{path.name} is not in nb-ui.gresource.xml' for path in sorted(HELP.glob('*.xml')) if path.name not in packed)


def english_names_what_is_shown():
    shown = {bare(text) for text in translations('zh_CN', 'src/app/')}
    for page, text in paragraphs():
        yield from (f'{page}: the program shows no “{word}”' for word in SHOWN.findall(text) if word not in shown)


def language_follows(language):
    """A translation leads to the same pages, names the same keys, and what the program shows in that language."""
    texts = translations(language)
    shown = {bare(text) for text in translations(language, 'src/app/').values()}
    for page, text in paragraphs():
        there = texts.get(text, '')
        for what, pattern in (('links', LINK), ('keys', KEY)):
            if sorted(pattern.findall(text)) != sorted(pattern.findall(there)):
                yield f'{page}: other {what} in {language}: {there[:60]}'
        if len(SHOWN.findall(text)) != len(SHOWN.findall(there)):
            yield f'{page}: names other things in {language}: {there[:60]}'
        yield from (f'{page}: the program shows no “{word}”' for word in SHOWN.findall(there) if word not in shown)


def main():
    if shutil.which('msgcat') is None:
        print('1..0 # SKIP gettext is not installed')
        return
    tests = [(tap.name_of(test), test()) for test in
             (pages_are_as_described, pages_are_packed, english_names_what_is_shown)]
    tests += [(language, language_follows(language)) for language in catalogue.languages(ROOT)]
    tap.run(tests)


main()
