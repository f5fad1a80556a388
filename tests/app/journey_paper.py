#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper beside the form, as a screen reader finds it: its pages and what they say, the cursor on them, a click back
into the field, its size.

usage: journey_paper.py NIANBAO NIANBAO_CLI TABLE
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from desk import Desk, act, click, find_button, set_text, states, type_keys, walk, wait

PROGRAM, CLI, TABLE = sys.argv[1:4]

# Rows of the table, one below the other.
ROWS = ['法定代表人', '开办资金', '经费来源', '举办单位']


def press(*keys):
    type_keys('key', '--clearmodifiers', *keys)


def pages(desk):
    return [node for node in walk(desk.application) if node.get_role_name() == 'image'
            and re.fullmatch(r'Page \d+ of \d+', node.get_name() or '')]


def shown(desk):
    """The page that is shown, and how many there are, from the words above the paper."""
    for node in walk(desk.application):
        found = re.fullmatch(r'Page (\d+) of (\d+)', node.get_name() or '') if node.get_role_name() == 'label' else None
        if found:
            return int(found.group(1)), int(found.group(2))
    return None


def size(desk):
    """What stands between the buttons that make the paper smaller and larger, in per cent."""
    for node in walk(find_button(desk.application, 'Larger').get_parent()):
        found = re.fullmatch(r'(\d+) %', node.get_name() or '') if node.get_role_name() == 'label' else None
        if found:
            return int(found.group(1))
    return None


def see_pages(desk):
    """As many sheets as are counted, each read out with its words."""
    wait(lambda: shown(desk), 'the page count')
    _, n_pages = shown(desk)
    sheets = wait(lambda: len(pages(desk)) == n_pages and pages(desk), 'the sheets')
    assert [sheet.get_name() for sheet in sheets] == [f'Page {page} of {n_pages}' for page in range(1, n_pages + 1)]
    assert '事业单位法人年度报告书' in re.sub(r'\s', '', sheets[0].get_description()), sheets[0].get_description()
    assert '举办单位' in re.sub(r'\s', '', sheets[1].get_description()), sheets[1].get_description()


def follow_cursor(desk):
    """Into the table, on to its end, and back to the cover."""
    press('ctrl+3')
    wait(lambda: shown(desk)[0] == 2, 'the first page of the table')
    press('ctrl+7')
    wait(lambda: shown(desk)[0] > 2, 'a later page')
    press('ctrl+1')
    wait(lambda: shown(desk)[0] == 1, 'the cover')


def follow_typing(desk):
    set_text(desk.field('举办单位'), '白石县文化和旅游局')
    wait(lambda: '白石县文化和旅游局' in re.sub(r'\s', '', pages(desk)[1].get_description()), 'what was typed on paper')


def lead_back(desk):
    """A click on the paper puts the cursor into the field that stands there: clicks downwards, into one after the other.
    Where exactly a page is, newer versions of GTK do not say: they leave out the room round it."""
    press('ctrl+3')
    wait(lambda: shown(desk)[0] == 2, 'the first page of the table')
    fields = {name: desk.field(name) for name in ROWS}
    sheet = pages(desk)[1]
    entered = []
    for percent in range(20, 46, 2):
        desk.press(sheet, 0.45, percent / 100)
        time.sleep(0.2)
        entered += [name for name, field in fields.items() if 'focused' in states(field)]
    assert list(dict.fromkeys(entered)) == ROWS, entered


def zoom(desk):
    before = wait(lambda: size(desk), 'the size')
    click(desk.application, 'Larger')
    larger = wait(lambda: size(desk) > before and size(desk), 'larger paper')
    click(desk.application, 'Smaller')
    wait(lambda: size(desk) < larger, 'smaller paper')
    click(desk.application, 'Whole width')
    wait(lambda: size(desk) == before, 'paper as wide as there is room')


def main():
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, 'report.xml')
        subprocess.run([CLI, 'import', TABLE, '--year', '2022', '-o', report], check=True)
        with Desk(PROGRAM, report) as desk:
            desk.field('单位名称')
            assert not pages(desk)
            act(desk.frame(), 'win.toggle-paper')
            see_pages(desk)
            follow_cursor(desk)
            follow_typing(desk)
            lead_back(desk)
            zoom(desk)
            act(desk.frame(), 'win.toggle-paper')
            wait(lambda: not any('showing' in states(sheet) for sheet in pages(desk)), 'the paper to go')
            act(desk.frame(), 'win.save')
            wait(lambda: '白石县文化和旅游局' in report.read_text('utf-8'), 'the report')
            desk.end()


main()
