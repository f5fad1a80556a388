#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an empty home to a report without errors: import a published table, fix what has a fix, answer what
remains, type the credit code, save. Once by what a screen reader finds, once by the keyboard alone.

usage: journey_fill.py NIANBAO NIANBAO_CLI TABLE [SEEDS] [--keyboard]
With SEEDS, the seed report there in place of TABLE.
"""
import json
import subprocess
import sys
import tempfile

from desk import Desk, type_keys
from persons import Reader, Typist, fill, find_table

PROGRAM, CLI, TABLE = sys.argv[1:4]
KEYBOARD = '--keyboard' in sys.argv
SEEDS = next((word for word in sys.argv[4:] if word != '--keyboard'), None)


def main():
    table = find_table(SEEDS, TABLE)
    with tempfile.TemporaryDirectory() as folder, Desk(PROGRAM) as desk:
        report = fill((Typist if KEYBOARD else Reader)(desk), table, folder)
        checked = subprocess.run([CLI, 'check', '--json', report], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, json.loads(checked.stdout)
        type_keys('key', '--clearmodifiers', 'ctrl+w')
        assert desk.process.wait(30) == 0, desk.process.returncode


main()
