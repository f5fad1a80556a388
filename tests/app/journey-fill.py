#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an empty home to a report without errors: import a published table, fix what has a fix, answer what
remains, type the credit code, save. Once by what a screen reader finds, once by the keyboard alone.

usage: journey-fill.py NIANBAO NIANBAO_CLI TABLE [--keyboard]
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from atspi import Atspi, Focus, Program, WindowManager, act, find, find_all, keys, press, text_of, type_text, wait, walk

PROGRAM, CLI, TABLE = sys.argv[1:4]
CODE = '1261032612345678XJ'
ANSWER = 'as in the minutes'
IMPORT = 'Import a Published Table…'


class Reader:
    """Does everything through what is on the accessibility bus."""

    def __init__(self, program):
        self.program = program
        self.application = program.application
        self.list = None

    def act(self, action):
        act(self.program.frame(), action)

    def findings(self):
        """The list of findings; the whole window would take long to walk through."""
        if self.list is None:
            self.list = wait(lambda: find(self.application, 'list', 'Findings'), 'the list of findings')
        return self.list

    def begin_import(self):
        wait(lambda: find(self.application, 'list item', IMPORT), 'the start page')
        self.act('win.import')

    def check(self):
        self.act('win.check')

    def fix_one(self):
        press(find(self.findings(), 'push button', 'Fix'))

    def answer_one(self):
        press(find(self.findings(), 'push button', 'Answer…'))
        entry = wait(lambda: find(self.findings(), 'text', 'Answer to the warning'), 'the entry for the answer')
        assert Atspi.EditableText.set_text_contents(entry, ANSWER)
        press(wait(lambda: find(self.findings(), 'push button', 'Keep Answer'), 'the button that keeps it'))

    def type_code(self):
        code = find(self.application, 'text', '统一社会信用代码')
        assert Atspi.EditableText.set_text_contents(code, CODE)

    def save(self):
        self.act('win.save')

    def close(self):
        self.act('window.close')


class Typist(Reader):
    """Has a keyboard and nothing else; what is on the bus is only looked at."""

    def __init__(self, program):
        super().__init__(program)
        self.focus = Focus()

    def begin_import(self):
        wait(lambda: find(self.application, 'list item', IMPORT), 'the start page')
        self.focus.tab_to(IMPORT)
        keys('Return')

    def check(self):
        keys('F5')

    def fix_one(self):
        keys('F5')
        self.focus.tab_to('Fix')
        keys('space')

    def answer_one(self):
        keys('F5')
        self.focus.tab_to('Answer…')
        keys('space')
        wait(lambda: find(self.findings(), 'text', 'Answer to the warning'), 'the entry for the answer')
        type_text(ANSWER)
        keys('Return')

    def type_code(self):
        # From finding to finding, until the one of the code comes.
        for _ in range(10):
            keys('F8')
            try:
                wait(lambda: self.focus.node.get_name() == '统一社会信用代码', 'the field', 3)
                break
            except AssertionError:
                continue
        type_text(CODE)

    def save(self):
        keys('ctrl+s')

    def close(self):
        keys('ctrl+w')


def find_focus(root, role=None):
    """What has the focus in a window, of any role or of that one."""
    for node in walk(root):
        if role in (None, node.get_role_name()) and node.get_state_set().contains(Atspi.StateType.FOCUSED):
            return node
    return None


def choose_file(application, path):
    """A file is chosen by typing its path, whoever one is; a slash opens the entry for it."""
    wait(lambda: application.get_child_count() > 1, 'the file dialog')
    dialog = application.get_child_at_index(1)
    if wait(lambda: find_focus(dialog), 'the focus in the file dialog').get_role_name() == 'text':
        keys('ctrl+a')
    type_text(path)
    wait(lambda: text_of(find_focus(dialog, 'text')) == path, 'the path to be typed')
    # The first one may only close the list of names that fit.
    for patience in (3, 15):
        keys('Return')
        try:
            wait(lambda: application.get_child_count() == 1, 'the file dialog to close', patience)
            return
        except AssertionError:
            if patience == 15:
                raise


def settle(findings, name, settle_one):
    """Settles one after the other until no button of that name is left."""
    def count():
        return len(find_all(findings, 'push button', name))

    left = count()
    while left:
        settle_one()
        wait(lambda before=left: count() < before and not find(findings, 'text'), f'one “{name}” less')
        left = count()


def check_file(path):
    checked = subprocess.run([CLI, 'check', '--json', path], capture_output=True, text=True, check=False)
    return checked.returncode, json.loads(checked.stdout)['files'][0]['findings']


def main():
    with tempfile.TemporaryDirectory() as folder, WindowManager(), Program(PROGRAM) as program:
        user = (Typist if '--keyboard' in sys.argv else Reader)(program)
        application = program.application
        report = pathlib.Path(folder, 'report.xml')

        user.begin_import()
        choose_file(application, TABLE)
        code = wait(lambda: find(application, 'text', '统一社会信用代码'), 'the form')
        assert 'Error' not in code.get_description(), 'nothing is told before it is asked for'

        user.check()
        wait(lambda: 'Error' in code.get_description(), 'the missing code')
        settle(user.findings(), 'Fix', user.fix_one)
        settle(user.findings(), 'Answer…', user.answer_one)
        user.type_code()
        wait(lambda: text_of(code) == CODE, 'the code')
        wait(lambda: 'Error' not in code.get_description(), 'the error to go')
        user.check()
        wait(lambda: find(application, 'label', 'No errors or warnings'), 'the good news')

        user.save()
        choose_file(application, str(report))
        wait(report.exists, 'the file')
        wait(lambda: find(application, 'frame').get_name() == 'report.xml', 'the file to be saved')
        status, findings = check_file(report)
        assert status == 0, findings
        user.close()
        assert program.process.wait(15) == 0


main()
