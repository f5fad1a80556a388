#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help by keyboard alone: from a field to its page, by a link and back, a search, from a dialog.

usage: journey_help.py NIANBAO NIANBAO_CLI TABLE
"""
import pathlib
import subprocess
import sys
import tempfile

from desk import BUTTONS, Desk, act, find, states, text_of, type_keys, wait

PROGRAM, CLI, TABLE = sys.argv[1:4]


def press(*keys):
    type_keys('key', '--clearmodifiers', *keys)


def heading(desk, words):
    """Waits until a page with that heading is read."""
    return wait(lambda: find(desk.application, 'heading', words), f'the heading {words}')


def from_field(desk):
    press('ctrl+2')
    wait(lambda: 'focused' in states(desk.field('单位名称')), 'the cursor in the field')
    press('F1')
    heading(desk, 'Registered facts')
    heading(desk, '开办资金')


def follow_and_return(desk):
    """The line under the field leads to a rule; Alt and the arrow lead back."""
    link = wait(lambda: find(desk.application, 'link', 'The registered capital can be read as an amount in 万元'), 'a link')
    act(link, 'click')
    heading(desk, 'The registered capital can be read as an amount in 万元')
    heading(desk, 'Authority')
    press('alt+Left')
    heading(desk, '开办资金')
    press('alt+Right')
    heading(desk, 'Authority')


def search(desk):
    press('ctrl+f')
    entry = wait(lambda: find(desk.application, ('text', 'entry'), 'Search in the help'), 'the search')
    wait(lambda: 'focused' in states(entry), 'the cursor in the search')
    type_keys('type', 'R40')
    wait(lambda: text_of(entry) == 'R40', 'the words')
    press('Return')
    heading(desk, 'Punctuation in Chinese text is full-width')
    press('Escape')
    wait(lambda: desk.application.get_child_count() == 1, 'the help to close')


def from_dialog(desk):
    act(desk.frame(), 'win.portal')
    wait(lambda: find(desk.application, BUTTONS, 'Copy the field before'), 'the dialog')
    press('F1')
    heading(desk, 'Copying into the registry’s website')


def main():
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, 'report.xml')
        subprocess.run([CLI, 'import', TABLE, '-o', report], check=True)
        with Desk(PROGRAM, report) as desk:
            from_field(desk)
            follow_and_return(desk)
            search(desk)
            from_dialog(desk)
            press('Escape')
            press('Escape')
            wait(lambda: desk.application.get_child_count() == 1, 'the windows to close')
            desk.end()


main()
