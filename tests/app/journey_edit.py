#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a report, changes a field, saves, closes; a second start goes to the program that is running.

usage: journey_edit.py NIANBAO NIANBAO_CLI TABLE
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from desk import Desk, act, set_text, text_of, wait

PROGRAM, CLI, TABLE = sys.argv[1:4]


def main():
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, 'report.xml')
        other = pathlib.Path(folder, 'other.xml')
        subprocess.run([CLI, 'import', TABLE, '--year', '2022', '-o', report], check=True)
        shutil.copy(report, other)
        with Desk(PROGRAM, report) as desk:
            entry = desk.field('填表人')
            code = desk.field('统一社会信用代码')
            act(desk.frame(), 'win.check')
            wait(lambda: 'Error' in code.get_description(), 'the missing code')
            set_text(entry, '方小明')
            wait(lambda: text_of(entry) == '方小明', 'what was typed')
            act(desk.frame('• report.xml'), 'win.save')
            desk.frame('report.xml')
            assert '方小明' in report.read_text('utf-8')
            # One program, a window for each report.
            subprocess.run([PROGRAM, other], check=True, timeout=20)
            act(desk.frame('other.xml'), 'window.close')
            wait(lambda: len(desk.frames()) == 1, 'the second window to close')
            desk.end()


main()
