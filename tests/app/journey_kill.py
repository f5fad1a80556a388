#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the program at random moments while somebody types, starts it again, and compares: nothing that was
typed more than five seconds before may be gone, and the file is always whole.

usage: journey_kill.py NIANBAO NIANBAO_CLI TABLE TIMES [SEED]
"""
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from desk import Desk, GLib, act, click, find, find_button, insert_text, set_text, text_of, wait

PROGRAM, CLI, TABLE, TIMES = sys.argv[1:5]
SEED = int(sys.argv[5]) if len(sys.argv) > 5 else int(time.time())
FIELD = '填表人'
# Seconds that may be lost, and how long a person types at most before the power goes.
MAY_BE_LOST = 5.0
TYPES_FOR = 9.0
# A line holds 4,000 characters.
LONGEST = 3000


class History:
    """What stood in the field, and since when."""

    def __init__(self, text):
        self.states = [(0.0, text)]

    def add(self, text):
        self.states.append((time.monotonic(), text))

    def latest(self):
        return self.states[-1][1]

    def check(self, text, killed):
        """The text must be one that was there, and not older than what may be lost."""
        needed = max(i for i, (since, _) in enumerate(self.states) if since <= killed - MAY_BE_LOST)
        found = max((i for i, (_, state) in enumerate(self.states) if state == text), default=-1)
        age = killed - self.states[min(found + 1, len(self.states) - 1)][0]
        assert found >= needed, f'{text!r} is older than {self.states[needed][1]!r}: {age:.1f} s lost'
        return max(age, 0.0) if found + 1 < len(self.states) else 0.0


def open_again(desk):
    """The field after a start: recovered where something is offered."""
    def look():
        offer = find_button(desk.application, 'Use Recovered')
        return offer or find(desk.application, 'text', FIELD)
    field = wait(look, 'the report')
    # The offer comes a moment after the saved version is shown.
    time.sleep(0.5)
    if find_button(desk.application, 'Use Recovered'):
        click(desk.application, 'Use Recovered')
        wait(lambda: find_button(desk.application, 'Use Recovered') is None, 'the answer')
        time.sleep(0.2)
        field = desk.field(FIELD)
    return desk.field(FIELD) if field.get_role_name() != 'text' else field


def type_until(desk, field, history, end, chance):
    """Types, and saves now and then, until the moment comes."""
    while time.monotonic() < end:
        text = history.latest()
        if len(text) > LONGEST:
            set_text(field, '')
            history.add('')
            continue
        key = '零一二三四五六七八九'[chance.randrange(10)]
        insert_text(field, len(text), key)
        history.add(text + key)
        if chance.random() < 0.01:
            act(desk.frame(), 'win.save')
        time.sleep(chance.uniform(0.0, 0.05))


def main():
    chance = random.Random(SEED)
    print(f'seed {SEED}')
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, 'report.xml')
        subprocess.run([CLI, 'import', TABLE, '--year', '2022', '-o', report], check=True)
        history, killed = History(''), None
        for _ in range(int(TIMES) + 1):
            with Desk(PROGRAM, report) as desk:
                field = open_again(desk)
                text = text_of(field)
                if killed is not None:
                    worst = max(worst, history.check(text, killed))
                history = History(text)
                try:
                    type_until(desk, field, history, time.monotonic() + chance.uniform(0.0, TYPES_FOR), chance)
                except GLib.Error as error:
                    raise AssertionError(f'the program went away: {error.message}') from error
                desk.kill()
                killed = time.monotonic()
            subprocess.run([CLI, 'export', report, '--to', 'json'], check=True, stdout=subprocess.DEVNULL)
    print(f'{TIMES} kills, at most {worst:.1f} s of typing lost')


main()
