#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real input method: pinyin of fcitx5 composes in the page of a long field, while the program checks, shows
findings and is asked to jump and to undo; what was chosen, and nothing else, stands in the text.

usage: journey_pinyin.py NIANBAO NIANBAO_CLI TABLE
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from desk import Desk, act, states, text_of, type_keys, wait

PROGRAM, CLI, TABLE = sys.argv[1:4]
FIELD = '开展业务活动情况'
FIELD_ID = 'activities'
SECTION = 6
PROFILE = '''[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
[Groups/0/Items/1]
Name=pinyin
[GroupOrder]
0=Default
'''


def start_fcitx():
    """The daemon with pinyin as its one input method; skips where it or its part for GTK 4 is missing."""
    module = list(pathlib.Path('/usr/lib').glob('*/gtk-4.0/4.0.0/immodules/libim-fcitx5.so'))
    if not shutil.which('fcitx5') or not module:
        print('SKIP: fcitx5 with fcitx5-chinese-addons and fcitx5-frontend-gtk4 is not installed', file=sys.stderr)
        sys.exit(77)
    folder = pathlib.Path(os.environ['XDG_CONFIG_HOME'], 'fcitx5')
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'profile').write_text(PROFILE, 'utf-8')
    os.environ['GTK_IM_MODULE'] = 'fcitx'
    daemon = subprocess.Popen(['fcitx5', '--disable=wayland', '--verbose', '*=0'], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    wait(lambda: remote() != '0', 'fcitx5')
    return daemon


def remote(*arguments):
    return subprocess.run(['fcitx5-remote', *arguments], capture_output=True, text=True, timeout=10).stdout.strip()


def compose(text, letters):
    """Types the letters; they are composed, not text."""
    before = text_of(text)
    for letter in letters:
        type_keys('key', letter)
        time.sleep(0.05)
    time.sleep(0.3)
    assert text_of(text) == before, text_of(text)


def main():
    daemon = start_fcitx()
    try:
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder, 'report.xml')
            subprocess.run([CLI, 'import', TABLE, '--year', '2022', '-o', report], check=True)
            subprocess.run([CLI, 'set', report, f'{FIELD_ID}=一是办展。二是办讲座。五是借书。'], check=True)
            with Desk(PROGRAM, report) as desk:
                write(desk)
                act(desk.frame(), 'win.save')
                desk.frame('report.xml')
                desk.end()
            assert '<p>你好' in report.read_text('utf-8')
    finally:
        daemon.terminate()
        daemon.wait(20)


def write(desk):
    desk.field(FIELD)
    type_keys('key', '--clearmodifiers', f'ctrl+{SECTION}')
    wait(lambda: 'focused' in states(desk.field(FIELD)), 'the field to have the focus')
    act(desk.frame(), 'win.page')
    text = desk.page(FIELD)
    wait(lambda: 'focused' in states(text), 'the page to have the focus')
    type_keys('key', 'ctrl+Home')
    wait(lambda: remote('-o') is not None and remote() == '2', 'pinyin to be on')
    start = text_of(text)

    # A whole word, chosen by the space bar.
    compose(text, 'nihao')
    type_keys('key', 'space')
    wait(lambda: text_of(text) == '你好' + start, f'what was chosen; there is {text_of(text)!r}')

    # Checks come and go while one composes, and whatever would move the cursor or change the text waits.
    compose(text, 'shenhe')
    for action in ('win.check', 'win.next-finding', 'win.undo', 'win.page'):
        act(desk.frame(), action)
        time.sleep(0.5)
    assert text_of(text) == '你好' + start, text_of(text)
    type_keys('key', 'space')
    wait(lambda: text_of(text).startswith('你好') and len(text_of(text)) == len(start) + 4, 'the second word')
    second = text_of(text)[2:4]
    assert all('\u4e00' <= c <= '\u9fff' for c in second), second

    # Given up with Escape: nothing of it stays, and the page is still there.
    kept = text_of(text)
    compose(text, 'nian')
    type_keys('key', 'Escape')
    time.sleep(0.5)
    assert text_of(text) == kept and 'focused' in states(text), text_of(text)
    compose(text, 'bao')
    type_keys('key', 'BackSpace', 'key', 'BackSpace', 'key', 'BackSpace')
    time.sleep(0.5)
    assert text_of(text) == kept, text_of(text)


main()
