#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way of a report: from an empty home over a clean report to a signed one, printed, opened again and
verified. Once by what a screen reader finds, once by the keyboard alone.

usage: journey_sign.py NIANBAO NIANBAO_CLI TABLE [SEEDS] [--keyboard]
With SEEDS, the seed report there in place of TABLE.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

from desk import Desk, find, type_keys, wait
from persons import Reader, Typist, fill, find_table

PROGRAM, CLI, TABLE = sys.argv[1:4]
KEYBOARD = '--keyboard' in sys.argv
SEEDS = next((word for word in sys.argv[4:] if word != '--keyboard'), None)
PERSON = Typist if KEYBOARD else Reader
SIGNER, PASSPHRASE = 'Wang Xiaoming', 'green hills 2023'


def says(application, words):
    return lambda: next((node for node in (find(application, 'label', text) for text in (words,)) if node), None)


def sign(user, report, folder):
    user.begin_to_sign()
    user.make_key(SIGNER, PASSPHRASE, f'{folder}/wang.p12')
    user.sign()
    wait(says(user.application, 'This report is signed: it can be read, but not changed'), 'the banner')
    wait(says(user.application, 'Intact, and trusted.'), 'the trust in one’s own key')
    wait(lambda: b'SignatureValue' in report.read_bytes(), 'the signature in the file')


def print_form(user, folder):
    form = pathlib.Path(folder, 'form.pdf')
    user.export_pdf(str(form))
    wait(form.exists, 'the printed form')
    return form


def see_verified(user, path, words):
    user.verify(str(path))
    dialog = user.desk.frame('Signatures')
    for sentence in words:
        wait(says(dialog, sentence), f'“{sentence}” of {path}')
    type_keys('key', '--clearmodifiers', 'Escape')
    wait(lambda: 'Signatures' not in [frame.get_name() for frame in user.desk.frames()], 'the verdict to go')


def leave(desk):
    type_keys('key', '--clearmodifiers', 'ctrl+w')
    assert desk.process.wait(30) == 0, desk.process.returncode


def main():
    table = find_table(SEEDS, TABLE)
    with tempfile.TemporaryDirectory() as folder:
        with Desk(PROGRAM) as desk:
            user = PERSON(desk)
            report = fill(user, table, folder)
            sign(user, report, folder)
            form = print_form(user, folder)
            leave(desk)
        with Desk(PROGRAM, report) as desk:
            user = PERSON(desk)
            wait(says(user.application, 'Intact, and trusted.'), 'the signed report')
            see_verified(user, report, ['Every signature is intact.', SIGNER])
            see_verified(user, form, ['Every signature is intact.', 'Shows the report inside'])
            leave(desk)
        # The other twin agrees.
        trusted = pathlib.Path(os.environ['XDG_DATA_HOME'], 'nianbao', 'trusted')
        for path in (report, form):
            subprocess.run([CLI, 'verify', path, '--trust', trusted], check=True)


main()
