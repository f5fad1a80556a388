# SPDX-License-Identifier: GPL-3.0-or-later
"""Two persons at the program: one finds everything as a screen reader does, one has a keyboard and nothing else."""
import os
import pathlib
import sys
import time

from desk import Atspi, act, click, find, set_text, states, text_of, type_keys, wait, walk

CODE = '1261032612345678XJ'
ANSWER = 'as in the minutes'
IMPORT = 'Import a Published Table…'


class Reader:
    """Does everything through what is on the accessibility bus."""

    def __init__(self, desk):
        self.desk = desk
        self.application = desk.application
        self.list = None

    def findings(self):
        """The list of findings; the whole window would take long to walk through."""
        if self.list is None:
            self.list = wait(lambda: find(self.application, 'list', 'Findings'), 'the list of findings')
        return self.list

    def begin_import(self):
        wait(lambda: find(self.application, 'list item', IMPORT), 'the start page')
        act(self.desk.frame(), 'win.import')

    def type_path(self, path):
        """A file is chosen by typing its path, whoever one is."""
        dialog = self.desk.file_dialog()

        def find_entry():
            return next((node for node in walk(dialog)
                         if node.get_role_name() == 'text' and 'focused' in states(node)), None)

        wait(lambda: any('focused' in states(node) for node in walk(dialog)), 'the focus in the file dialog')
        if not find_entry():
            # A slash opens the entry for a path, where newer versions go on with it at once.
            type_keys('key', '--clearmodifiers', 'slash')
            wait(find_entry, 'the place to type the path')

        def is_typed():
            type_keys('key', '--clearmodifiers', 'ctrl+a')
            type_keys('type', '--delay', '20', path)
            if text_of(find_entry()) == path:
                return True
            # Newer versions may leave behind what they thought the path would be.
            type_keys('key', '--clearmodifiers', 'shift+End', 'Delete')
            time.sleep(0.2)
            return text_of(find_entry()) == path

        wait(is_typed, 'the path to be typed')
        for patience in (5, 5, 20):
            # The first one may only close the list of names that fit.
            type_keys('key', '--clearmodifiers', 'Return')
            try:
                return wait(lambda: not self.desk.find_file_dialog(), 'the file dialog to close', patience)
            except AssertionError:
                continue
        raise AssertionError('the file dialog does not close')

    def check(self):
        act(self.desk.frame(), 'win.check')

    def fix_one(self):
        click(self.findings(), 'Fix')

    def answer_one(self):
        click(self.findings(), 'Answer…')
        set_text(wait(lambda: find(self.findings(), 'text'), 'the entry for the answer'), ANSWER)
        click(self.findings(), 'Keep Answer')

    def type_code(self):
        set_text(self.desk.field('统一社会信用代码'), CODE)

    def save(self, folder):
        act(self.desk.frame(), 'win.save')
        self.type_path(f'{folder}/report.xml')

    def begin_to_sign(self):
        act(self.desk.frame(), 'win.sign')
        return self.desk.frame('Sign')

    def make_key(self, name, passphrase, path):
        """A new key, made out of the dialog that asks for one, which then has it."""
        act(self.desk.frame('Sign'), 'sign.new-identity')
        dialog = self.desk.frame('New Certificate')
        for label, text in (('Whose key it is', name), ('Passphrase', passphrase), ('Passphrase again', passphrase)):
            set_text(wait(lambda label=label: find(dialog, 'text', label), f'the entry {label}'), text)
        act(dialog, 'identity.make')
        self.type_path(path)
        wait(lambda: 'New Certificate' not in [frame.get_name() for frame in self.desk.frames()], 'the new key')

    def give_key(self, passphrase, path):
        """A key that is there already."""
        dialog = self.desk.frame('Sign')
        act(dialog, 'sign.choose-key')
        self.type_path(path)
        set_text(wait(lambda: find(dialog, 'text', 'Passphrase'), 'the entry for the passphrase'), passphrase)

    def sign(self):
        act(self.desk.frame('Sign'), 'sign.sign')

    def export_pdf(self, path):
        act(self.desk.frame(), 'win.export-pdf')
        self.type_path(path)

    def verify(self, path):
        act(self.desk.frame(), 'win.verify')
        self.type_path(path)


class Typist(Reader):
    """Has a keyboard and nothing else; what is on the bus is only looked at."""

    def __init__(self, desk):
        super().__init__(desk)
        self.focus = None
        self.listener = Atspi.EventListener.new(self.note_focus)
        self.listener.register('object:state-changed:focused')

    def note_focus(self, event):
        # Nothing may be asked over the bus in here.
        if event.detail1:
            self.focus = event.source

    def key(self, name):
        """Presses a key and waits for the focus to move, if it does."""
        before = self.focus
        type_keys('key', '--clearmodifiers', name)
        try:
            wait(lambda: self.focus is not before, 'the focus to move', 3)
        except AssertionError:
            pass

    def go_on(self, key, name):
        """Goes on by one key until the focus is on something of that name."""
        for _ in range(150):
            self.key(key)
            # GTK 4.8 puts the name with its mnemonic before it.
            if self.focus and self.focus.get_name().endswith(name):
                return
        raise AssertionError(f'no way to “{name}” by {key}')

    def begin_import(self):
        wait(lambda: find(self.application, 'list item', IMPORT), 'the start page')
        self.go_on('Tab', IMPORT)
        self.key('Return')

    def check(self):
        self.key('F5')

    def fix_one(self):
        self.key('F5')
        self.go_on('Tab', 'Fix')
        self.key('space')

    def answer_one(self):
        self.key('F5')
        self.go_on('Tab', 'Answer…')
        self.key('space')
        wait(lambda: find(self.findings(), 'text'), 'the entry for the answer')
        type_keys('type', '--delay', '20', ANSWER)
        self.key('Return')

    def type_code(self):
        self.go_on('F8', '统一社会信用代码')
        type_keys('type', '--delay', '20', CODE)

    def save(self, folder):
        type_keys('key', '--clearmodifiers', 'ctrl+s')
        self.type_path(f'{folder}/report.xml')

    def begin_to_sign(self):
        type_keys('key', '--clearmodifiers', 'ctrl+alt+s')
        return self.desk.frame('Sign')

    def type_on(self, tabs, text):
        """Libadwaita 1.2 tells a reader of no focus in the entries of its rows: they are counted."""
        for _ in range(tabs):
            type_keys('key', '--clearmodifiers', 'Tab')
        type_keys('type', '--delay', '20', text)

    def make_key(self, name, passphrase, path):
        self.go_on('Tab', 'New Certificate…')
        self.key('Return')
        dialog = self.desk.frame('New Certificate')
        entry = wait(lambda: find(dialog, 'text', 'Whose key it is'), 'the entry for the name')
        self.type_on(0, name)
        wait(lambda: text_of(entry) == name, 'the name')
        self.type_on(2, passphrase)
        self.type_on(2, passphrase)
        type_keys('key', '--clearmodifiers', 'alt+m')
        self.type_path(path)
        wait(lambda: 'New Certificate' not in [frame.get_name() for frame in self.desk.frames()], 'the new key')

    def give_key(self, passphrase, path):
        self.go_on('Tab', 'Key File')
        self.key('Return')
        self.type_path(path)
        # The focus waits in the entry for the passphrase.
        self.type_on(0, passphrase)

    def sign(self):
        type_keys('key', '--clearmodifiers', 'alt+s')

    def export_pdf(self, path):
        type_keys('key', '--clearmodifiers', 'ctrl+shift+p')
        self.type_path(path)

    def verify(self, path):
        type_keys('key', '--clearmodifiers', 'ctrl+alt+v')
        self.type_path(path)


def settle(findings, name, settle_one):
    """Settles one after the other until no button of that name is left."""
    def count():
        return sum(1 for node in walk(findings) if node.get_name() == name)

    left = count()
    while left:
        settle_one()
        wait(lambda before=left: count() < before and not find(findings, 'text'), f'one “{name}” less')
        left = count()


def fill(user, table, folder):
    """From an empty home to a report without errors in a file, whose path it returns."""
    user.begin_import()
    user.type_path(table)
    code = user.desk.field('统一社会信用代码')
    assert 'Error' not in code.get_description(), 'nothing is told before it is asked for'

    user.check()
    wait(lambda: 'Error' in code.get_description(), 'the missing code')
    settle(user.findings(), 'Fix', user.fix_one)
    settle(user.findings(), 'Answer…', user.answer_one)
    user.type_code()
    wait(lambda: text_of(code) == CODE, 'the code')
    wait(lambda: 'Error' not in code.get_description(), 'the error to go')
    user.check()
    wait(lambda: find(user.application, 'label', 'No errors or warnings'), 'the good news')

    report = pathlib.Path(folder, 'report.xml')
    user.save(folder)
    wait(report.exists, 'the file')
    return report


def find_table(seeds, table):
    """The seed report, where it is asked for and at hand."""
    seed = next(pathlib.Path(seeds).glob('*.txt'), None) if seeds else None
    if seeds and seed is None:
        print(f'SKIP: the seed report is not in {seeds}', file=sys.stderr)
        sys.exit(77)
    return os.path.realpath(seed or table)
