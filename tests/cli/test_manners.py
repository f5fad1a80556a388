#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Manners: manual pages, completion, records, colour and progress on a terminal only, nothing half done when stopped.

usage: see case.py
"""
import os
import pty
import re
import shutil
import signal
import subprocess
import time

from case import CLI, LOCALES, ROOT, Skip, run_all, test


def commands_of(case):
    text = case.run('--help').text
    return re.findall(r'^  ([a-z-]+) +\S', text[text.index('Commands:'):], re.M)


def on_terminal(case, *arguments, env=None):
    """What a person sees: both streams on one terminal."""
    master, slave = pty.openpty()
    process = subprocess.Popen([CLI, *arguments], cwd=case.folder, stdin=slave, stdout=slave, stderr=slave,
                               env={**case.env, 'TERM': 'xterm', **(env or {})})
    os.close(slave)
    seen = b''
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    process.wait()
    os.close(master)
    return seen.decode('utf-8')


@test
def manual_of_every_command(case):
    built = (ROOT / 'data' / 'man' / 'meson.build').read_text('utf-8')
    for command in commands_of(case):
        assert f"'{command}'" in built, f'{command} has no page in data/man/meson.build'
        page = case.run('--manual', command).text
        help_text = case.run(command, '--help').text
        for option in re.findall(r'^  (?:-\w, )?--([a-z-]+)', help_text, re.M):
            if option != 'help':
                assert '\\-\\-' + option.replace('-', '\\-') in page, f'{command} --{option}'
    case.run('--manual', 'chekc', status=2)


@test
def manual_is_clean(case):
    if shutil.which('groff') is None:
        raise Skip('groff is not installed')
    languages = [{}] + ([{'LANGUAGE': 'zh_CN', 'NIANBAO_LOCALEDIR': str(LOCALES)}] if LOCALES else [])
    for env in languages:
        for command in [[]] + [[command] for command in commands_of(case)]:
            page = case.run('--manual', *command, env=env).out
            result = subprocess.run(['groff', '-man', '-Tutf8', '-ww', '-k', '-z'], input=page, capture_output=True, check=False)
            assert result.returncode == 0 and not result.stderr, (command, result.stderr)


@test
def completion(case):
    script = case.write('completion', case.run('--completion').out)

    def complete(*words):
        result = subprocess.run(
            ['bash', '-c', f'source {script}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _nianbao_cli; printf "%s\\n" "${{COMPREPLY[@]}}"',
             'bash', 'nianbao-cli', *words], cwd=case.folder, capture_output=True, text=True, check=True)
        return set(result.stdout.split())

    case.write('report.xml', '')
    assert complete('ver') == {'verify'}
    assert complete('sign', 'report.xml', '--role', 's') == {'sponsor'}
    assert complete('export', '--to', '') == {'table', 'text', 'csv', 'json'}
    assert {'--trust', '--json', '--plain', '--help'} <= complete('verify', '--')
    assert complete('identity', '') == {'create', 'show'}
    assert 'report.xml' in complete('check', 'rep')
    assert 'report.xml' in complete('check', '--previous', 'rep')


@test
def records(case):
    case.make_report(code=False)
    lines = case.run('check', '--plain', 'report.xml', status=1).text.splitlines()
    assert all(line.count('\t') == 7 and line.startswith('report.xml\t') for line in lines), lines
    assert ['report.xml', 'error', 'R02', 'credit-code', '0', '0'] in [line.split('\t')[:6] for line in lines]
    record = case.run('verify', '--plain', 'report.xml', status=4).text.rstrip('\n').split('\t')
    assert record[4] == 'no' and 'unsigned' in record, record


@test
def colour_on_terminals_only(case):
    case.make_report(code=False)
    assert '\033[' not in case.run('check', 'report.xml', status=1).text
    assert '\033[1;31m' in on_terminal(case, 'check', 'report.xml')
    for env in ({'NO_COLOR': '1'}, {'TERM': 'dumb'}):
        assert '\033[' not in on_terminal(case, 'check', 'report.xml', env=env), env
    assert '\033[1;31m' in on_terminal(case, 'check', 'report.xml', env={'NO_COLOR': ''})
    assert '\033[' not in on_terminal(case, 'check', '--plain', 'report.xml')


@test
def stopped_while_writing(case):
    """Whenever it is stopped, a file is the old one or the new one. Nothing lies beside it, except that a program which is
    killed between the two names of the new file leaves that, whole."""
    case.make_report()
    before = case.read('report.xml')
    case.run('set', 'report.xml', 'name=甲', '-o', 'after.xml')
    after = case.read('after.xml')
    case.path('after.xml').unlink()
    started = time.monotonic()
    case.run('set', 'report.xml', 'name=甲', '-o', 'timed.xml')
    whole = time.monotonic() - started
    case.path('timed.xml').unlink()
    for step in range(12):
        case.write('report.xml', before)
        sent = signal.SIGINT if step % 2 else signal.SIGKILL
        with subprocess.Popen([CLI, 'set', 'report.xml', 'name=甲'], cwd=case.folder, env=case.env,
                              stderr=subprocess.DEVNULL) as process:
            time.sleep(whole * step / 10)
            process.send_signal(sent)
        for path in list(case.folder.iterdir()):
            assert path.name == 'report.xml' or sent == signal.SIGKILL, path
            assert path.read_bytes() in (before, after), path
            path.unlink()


run_all()
