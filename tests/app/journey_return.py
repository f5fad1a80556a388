#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What others do with a signed report: the sponsor adds an opinion; the registry sends it back with remarks, each is
ticked, the copy is corrected and signed again, and the earlier files stay as they were.

usage: journey_return.py NIANBAO NIANBAO_CLI TABLE
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from desk import Desk, act, click, find, set_text, states, text_of, type_keys, wait
from persons import CODE, Reader, Typist

PROGRAM, CLI, TABLE = sys.argv[1:4]
PASSPHRASE = 'green hills 2023'
REMARK = '1. 住所漏写路名；2. 请一并盖章'


def run(*words, expected=0):
    done = subprocess.run([CLI, *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode == expected, (words, done.returncode, done.stderr)
    return done.stdout


def make_signed(folder):
    """A report signed by its legal representative, made by the command line: another journey makes one by hand."""
    report, draft, secret = folder / 'signed.xml', folder / 'draft.xml', folder / 'secret.txt'
    secret.write_text(PASSPHRASE)
    run('import', TABLE, '--year', '2022', '-o', draft)
    run('set', draft, f'credit-code={CODE}')
    for name in ('wang', 'li', 'zhao'):
        run('identity', 'create', '--name', name, '--passphrase-file', secret, '--algorithm', 'ecdsa', '-o', folder / f'{name}.p12')
    run('sign', draft, '--key', folder / 'wang.p12', '--passphrase-file', secret, '-o', report)
    return report


def verify(path):
    return json.loads(run('verify', path, '--json', expected=6))['files'][0]


def choose_sponsor(user):
    """The row of roles opens a list, of which GTK 4.8 tells a reader little: one waits as a person does."""
    user.begin_to_sign()
    user.go_on('Tab', 'Signer as')
    for key in ('space', 'Up', 'Up', 'Up', 'Up', 'Down', 'Down', 'Return'):
        time.sleep(1)
        type_keys('key', '--clearmodifiers', key)
    time.sleep(1)


def add_opinion(folder, report):
    """The sponsor, by keyboard."""
    with Desk(PROGRAM, report) as desk:
        user = Typist(desk)
        wait(lambda: find(desk.application, 'label', 'Intact, but not trusted here: the certificate is self-made.'), 'the banner')
        choose_sponsor(user)
        user.go_on('Tab', 'Opinion')
        user.type_on(1, 'Li Si')
        person = find(desk.frame('Sign'), 'text', 'Responsible person')
        wait(lambda: text_of(person) == 'Li Si', 'the person')
        user.give_key(PASSPHRASE, f'{folder}/li.p12')
        user.sign()
        wait(lambda: report.read_bytes().count(b'<ds:SignatureValue') == 2, 'the second signature')
        desk.end()
    verdict = verify(report)
    assert verdict['intact'] and [one['role'] for one in verdict['signatures']] == ['legal-representative', 'sponsor'], verdict
    assert '保密审查' in report.read_text('utf-8')


def send_back(folder, report):
    back = folder / 'back.xml'
    run('sign', report, '--key', folder / 'zhao.p12', '--passphrase-file', folder / 'secret.txt', '--role', 'registry',
        '--remark', REMARK, '--result', 'returned', '--date', '2023-03-09', '-o', back)
    return back


def correct(folder, back):
    """The report came back: what the registry said stands beside it, and leads to the field."""
    before = back.read_bytes()
    with Desk(PROGRAM, back) as desk:
        user = Reader(desk)
        wait(lambda: find(desk.application, 'label', 'Returned by the registry: 0 of 2 done'), 'the remarks')
        tick = wait(lambda: find(desk.application, 'check box', '1. 住所漏写路名'), 'the first remark')
        desk.tick(tick)
        wait(lambda: find(desk.application, 'label', 'Returned by the registry: 1 of 2 done'), 'the tick')
        act(desk.frame(), 'win.revise')
        wait(lambda: find(desk.application, 'label', 'Returned by the registry: 1 of 2 done'), 'the remarks in the copy')
        click(desk.application, '住所')
        address = desk.field('住所')
        wait(lambda: 'focused' in states(address), 'the cursor in the field')
        set_text(address, '四川省白石县中心街道青石路18号')
        act(desk.frame(), 'win.sign')
        act(desk.frame('Sign'), 'sign.save')
        second = folder / desk.choose_folder(folder)
        assert '第2版' in second.name, second
        user.give_key(PASSPHRASE, f'{folder}/wang.p12')
        user.sign()
        wait(lambda: second.exists() and b'SignatureValue' in second.read_bytes(), 'the signed copy')
        desk.end()
    assert back.read_bytes() == before, 'the earlier file stays'
    verdict = verify(second)
    assert verdict['intact'] and [one['role'] for one in verdict['signatures']] == ['legal-representative'], verdict
    exported = json.loads(run('export', second, '--to', 'json'))['reports'][0]
    assert exported['revision'] == 2 and exported['fields']['address'].endswith('18号'), exported


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        report = make_signed(folder)
        add_opinion(folder, report)
        correct(folder, send_back(folder, report))


main()
