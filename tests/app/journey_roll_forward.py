#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Next year's report from last year's published table: only what changed is typed.

usage: journey_roll_forward.py NIANBAO NIANBAO_CLI TABLE
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from desk import Desk, act, click, find, set_text, states, text_of, wait

PROGRAM, CLI, TABLE = sys.argv[1:4]
# What another year brings: label and text.
CHANGED = {'年末数（万元）': '51.35', '从业人数': '8'}
TAKEN = ('对《条例》和实施细则有关变更登记规定的执行情况', '开展业务活动情况')


def fields_of(command):
    """The fields of a report, as the command line tells them."""
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)['reports'][0]['fields']


def main():
    with tempfile.TemporaryDirectory() as folder, Desk(PROGRAM) as desk:
        last = pathlib.Path(folder, 'last.xml')
        subprocess.run([CLI, 'import', TABLE, '--year', '2022', '-o', last], check=True)
        before = fields_of([CLI, 'export', last, '--to', 'json'])

        act(desk.frame(), 'win.roll-forward')
        desk.choose_file(last)
        begin = wait(lambda: find(desk.application, 'check box', TAKEN[0]), 'the offers')
        # What was "nothing" last year is ticked already; a narrative is not.
        assert 'checked' not in states(begin)
        assert 'checked' in states(find(desk.application, 'check box', '接受捐赠资助及使用情况'))
        for label in TAKEN:
            box = find(desk.application, 'check box', label)
            assert '2022' in box.get_description(), (label, box.get_description())
            desk.tick(box)
            wait(lambda box=box: 'checked' in states(box), 'the tick')
        click(desk.application, 'Begin')

        assert text_of(desk.field('年初数（万元）')) == before['net-assets-closing']
        for label, text in CHANGED.items():
            set_text(desk.field(label), text)
        act(desk.frame(), 'win.save')
        report = pathlib.Path(folder, desk.choose_folder(folder))
        assert report.name == f"{before['name']}-2023-年度报告.xml", report.name
        wait(report.exists, 'the file')
        after = fields_of([CLI, 'export', report, '--to', 'json'])
        assert after['year'] == '2023'
        assert after['net-assets-opening'] == before['net-assets-closing']
        assert after['net-assets-closing'] == '51.35' and after['staff-count'] == '8'
        # Registered facts and what was ticked came along, word for word; nothing else did.
        for field in ('name', 'purpose', 'address', 'legal-representative', 'sponsor', 'registration-changes',
                      'activities', 'donations'):
            assert after[field] == before[field], field
        assert after['filing-date'] == '' and after['preparer'] == ''
        desk.end()


main()
