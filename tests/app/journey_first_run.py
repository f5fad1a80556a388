#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first day with the program: an empty home, a published table (the seed report, where it is at hand), one
more fact, a file.

usage: journey_first_run.py NIANBAO NIANBAO_CLI TABLE SEEDS
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from desk import Desk, act, find, names_of_actions, set_text, text_of, wait

PROGRAM, CLI, TABLE, SEEDS = sys.argv[1:5]
# What the rows say, and the action of the window that each does.
WAYS = {
    'From Last Year’s Report…': 'win.roll-forward',
    'New Report': 'win.new',
    'Open…': 'win.open',
    'Import a Published Table…': 'win.import',
    'Import from the Clipboard': 'win.import-clipboard',
    'Open the Sample': 'win.open-sample',
}
CODE = '1261032612345678XJ'


def offers_every_way(desk):
    """The start page explains itself: every way to begin is a row, and an action."""
    actions = names_of_actions(desk.frame())
    for way, action in WAYS.items():
        wait(lambda way=way: find(desk.application, 'list item', way), f'the row {way}')
        assert action in actions, action


def find_table():
    """The seed report, else an invented one."""
    seed = next(pathlib.Path(SEEDS).glob('*.txt'), None)
    if seed is None:
        print(f'the seed report is not in {SEEDS}: an invented one is imported instead', file=sys.stderr)
    return seed or TABLE


def main():
    with tempfile.TemporaryDirectory() as folder, Desk(PROGRAM) as desk:
        offers_every_way(desk)
        act(desk.frame(), 'win.import')
        desk.choose_file(find_table())
        name = text_of(desk.field('单位名称'))
        assert name, 'the table was not imported'
        set_text(desk.field('年度'), '2022')
        set_text(desk.field('统一社会信用代码'), CODE)
        # The name that is suggested says whose report it is, of what year.
        act(desk.frame(), 'win.save')
        report = pathlib.Path(folder, desk.choose_folder(folder))
        assert report.name == f'{name}-2022-年度报告.xml', report.name
        wait(report.exists, 'the file')
        wait(lambda: desk.frame().get_name() == report.name, 'the title')
        exported = json.loads(subprocess.run([CLI, 'export', report, '--to', 'json'], check=True, capture_output=True).stdout)
        fields = exported['reports'][0]['fields']
        assert fields['credit-code'] == CODE and fields['year'] == '2022' and fields['name'] == name, fields
        desk.end()


main()
