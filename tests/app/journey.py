#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a screen reader would: open a report, change a field, save, close.

usage: journey.py NIANBAO NIANBAO_CLI TABLE
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

# Warnings are fatal in the program, not in the libraries of this script.
os.environ.pop('G_DEBUG', None)
try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    print(f'SKIP: {missing}', file=sys.stderr)
    sys.exit(77)

PROGRAM, CLI, TABLE = sys.argv[1:4]


def wait(look, what, seconds=15.0):
    """What look() returns once it is true; objects may vanish while one looks."""
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while time.monotonic() < end:
        while context.pending():
            context.iteration(False)
        try:
            found = look()
        except GLib.Error:
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f'waited in vain for {what}')


def walk(node):
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


def find(root, role, name=None):
    for node in walk(root):
        if node.get_role_name() == role and name in (None, node.get_name()):
            return node
    return None


def find_application(pid):
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application and application.get_process_id() == pid and application.get_child_count():
            return application
    return None


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def act(node, name):
    names = [Atspi.Action.get_action_name(node, i) for i in range(Atspi.Action.get_n_actions(node))]
    assert Atspi.Action.do_action(node, names.index(name)), name


def main():
    Atspi.init()
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, 'report.xml')
        subprocess.run([CLI, 'import', TABLE, '--year', '2022', '-o', report], check=True)
        program = subprocess.Popen([PROGRAM, report], env=dict(os.environ, G_DEBUG='fatal-warnings'))
        try:
            application = wait(lambda: find_application(program.pid), 'the program on the bus')
            entry = wait(lambda: find(application, 'text', '填表人'), 'the field')
            code = find(application, 'text', '统一社会信用代码')
            act(find(application, 'frame'), 'win.check')
            wait(lambda: 'Error' in code.get_description(), 'the missing code')
            assert Atspi.EditableText.set_text_contents(entry, '方小明')
            wait(lambda: text_of(entry) == '方小明', 'what was typed')
            frame = find(application, 'frame')
            wait(lambda: find(application, 'frame').get_name() == '• report.xml', 'the mark in the title')
            act(frame, 'win.save')
            wait(lambda: find(application, 'frame').get_name() == 'report.xml', 'the file to be saved')
            assert '方小明' in report.read_text('utf-8')
            act(frame, 'window.close')
            assert program.wait(15) == 0
        finally:
            if program.poll() is None:
                program.kill()


main()
