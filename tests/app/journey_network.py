#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Neither program opens a socket of the internet, whatever it is given: what they ask of the system is watched.

usage: journey_network.py NIANBAO NIANBAO_CLI TABLE
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from desk import Desk, act, wait

PROGRAM, CLI, TABLE = sys.argv[1:4]
# A table as a browser saves it, and a report, that would both like to load something.
PAGE = '''<html><head><link rel="stylesheet" href="http://192.0.2.1/a.css"><base href="http://192.0.2.1/"></head><body>
<img src="http://192.0.2.1/a.png"><table><tr><td>单位名称</td><td>白石县美术馆</td></tr></table></body></html>'''
REPORT = '''<?xml version="1.0"?><!DOCTYPE report SYSTEM "http://192.0.2.1/report.dtd" [
<!ENTITY far SYSTEM "http://192.0.2.1/far.txt">]><report>&far;</report>'''
WATCHED = ['strace', '-f', '-qq', '-e', 'trace=socket']


def skip(why):
    print(f'SKIP: {why}', file=sys.stderr)
    sys.exit(77)


def assert_quiet(log, what):
    asked = [line for line in log.read_text('utf-8', 'replace').splitlines() if 'AF_INET' in line]
    assert not asked, f'{what}: {asked[:3]}'


def watch_command_line(folder):
    page, hostile, report, log = (folder / name for name in ('page.html', 'hostile.xml', 'report.xml', 'log'))
    page.write_text(PAGE, 'utf-8')
    hostile.write_text(REPORT, 'utf-8')
    for words in (['import', TABLE, '--year', '2022', '-o', report], ['import', page, '--year', '2022', '-o', folder / 'page.xml'],
                  ['check', report], ['check', hostile], ['verify', hostile], ['print', report, '-o', folder / 'form.pdf'],
                  ['verify', folder / 'form.pdf'], ['export', report, '--to', 'html', '-o', folder / 'table.html']):
        # A leak cannot be looked for while somebody watches.
        subprocess.run([*WATCHED, '-o', log, CLI, *words], check=False, capture_output=True,
                       env={**os.environ, 'ASAN_OPTIONS': 'detect_leaks=0'})
        assert_quiet(log, words[0])
    assert report.exists() and (folder / 'form.pdf').exists()
    return report


def watch_editor(folder, report):
    log = folder / 'editor.log'
    # -D: the program is the process that was started, and who watches it another one.
    with Desk(WATCHED[0], '-D', *WATCHED[1:], '-o', log, PROGRAM, report) as desk:
        desk.field('单位名称')
        act(desk.frame(), 'win.check')
        act(desk.frame(), 'win.toggle-paper')
        act(desk.frame(), 'win.print')
        wait(lambda: desk.application.get_child_count() > 1, 'the print dialog')
        desk.end()
    assert 'AF_UNIX' in log.read_text('utf-8', 'replace')
    assert_quiet(log, 'the editor')


def main():
    if shutil.which('strace') is None:
        skip('strace is not installed')
    if subprocess.run([*WATCHED, '-o', os.devnull, 'true'], check=False, capture_output=True).returncode != 0:
        skip('no program may be watched here')
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        # What watches does see it.
        subprocess.run([*WATCHED, '-o', folder / 'seen', sys.executable, '-c', 'import socket; socket.socket()'], check=True)
        assert 'AF_INET' in (folder / 'seen').read_text('utf-8')
        watch_editor(folder, watch_command_line(folder))


main()
