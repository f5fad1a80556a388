# SPDX-License-Identifier: GPL-3.0-or-later
"""A program on the desktop, driven as a screen reader drives it; for the journeys.

Importing this ends the process with status 77 where the accessibility bindings are not installed.
"""
import os
import re
import subprocess
import sys
import tempfile
import time

# Warnings of the program fail, not those of the libraries of this script.
os.environ.pop('G_DEBUG', None)
try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    print(f'SKIP: {missing}', file=sys.stderr)
    sys.exit(77)

BUTTONS = ('push button', 'button', 'toggle button')
WARNING = re.compile(r'-(WARNING|CRITICAL|ERROR) \*\*')
# libadwaita 1.7 asks how high a message is in less room than it needs, and GTK 4.18 notes that. The tests within the
# process do not overlook it for other widgets than its heading. And no tree is ours: GTK's file dialog has one, of names
# that would complete a path.
OF_THE_TOOLKIT = re.compile(r'Gtk-WARNING \*\*: .*(Trying to measure|reported min width)|Gtk-CRITICAL \*\*: .*gtk_tree_model_')


def wait(look, what, seconds=20.0):
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
    """The node and all below it."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child:
            yield from walk(child)


def find(root, role, name=None):
    """The first node of the role (one, or several) and name; None where there is none."""
    roles = (role,) if isinstance(role, str) else role
    for node in walk(root):
        if node.get_role_name() in roles and name in (None, node.get_name()):
            return node
    return None


def find_button(root, name):
    """A button by the end of its name: GTK 4.8 puts the name with its mnemonic before it."""
    for node in walk(root):
        if node.get_role_name() in BUTTONS and node.get_name().endswith(name):
            return node
    return None


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def set_text(node, text):
    assert Atspi.EditableText.set_text_contents(node, text), text


def insert_text(node, position, text):
    assert Atspi.EditableText.insert_text(node, position, text, len(text.encode())), text


def names_of_actions(node):
    return [Atspi.Action.get_action_name(node, i) for i in range(Atspi.Action.get_n_actions(node))]


def act(node, name):
    """Does an action of a widget, or one of a window ("win.save") on its frame."""
    assert Atspi.Action.do_action(node, names_of_actions(node).index(name)), name


def click(root, name):
    """Waits for a button and presses it."""
    act(wait(lambda: find_button(root, name), f'the button {name}'), 'click')


def states(node):
    return {state.value_nick for state in node.get_state_set().get_states()}


def type_keys(*arguments):
    """Real keys, for what has the focus: as xdotool takes them."""
    subprocess.run(['xdotool', *arguments], check=True)


class Desk:
    """The program, started with the folders of a person of its own."""

    def __init__(self, program, *arguments):
        Atspi.init()
        # A machine that is busy with other tests answers late.
        Atspi.set_timeout(20000, 20000)
        self.said = tempfile.TemporaryFile('w+', encoding='utf-8', errors='replace')
        self.process = subprocess.Popen([program, *map(str, arguments)], stderr=self.said)
        self.application = wait(self._find_application, 'the program on the bus')

    def _find_application(self):
        assert self.process.poll() is None, f'the program ended: {self.process.returncode}'
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application and application.get_process_id() == self.process.pid and application.get_child_count():
                return application
        return None

    def frames(self):
        return [node for node in (self.application.get_child_at_index(i)
                                  for i in range(self.application.get_child_count()))
                if node and node.get_role_name() == 'frame']

    def frame(self, title=None):
        """The window with that title (None: the first), once it is there."""
        return wait(lambda: next((f for f in self.frames() if title in (None, f.get_name())), None),
                    f'the window {title}')

    def field(self, label):
        return wait(lambda: find(self.application, 'text', label), f'the field {label}')

    def page(self, label):
        """The text of a long field that is open as a page; the form behind it may keep one of the same name."""
        def look():
            back = find_button(self.application, 'Back to the Form')
            texts = [node for node in walk(self.application)
                     if node.get_role_name() == 'text' and node.get_name() == label]
            return texts[-1] if back and texts else None
        return wait(look, f'the page of {label}')

    def place_cursor(self, offset):
        """In the text that has the focus. By keys: newer GTK refuses it to a screen reader."""
        type_keys('key', '--clearmodifiers', 'ctrl+Home')
        if offset > 0:
            type_keys('key', '--clearmodifiers', '--delay', '2', '--repeat', str(offset), 'Right')

    def find_file_dialog(self):
        """GTK 4.8 names it by its type; newer ones give it no name, but its window a role."""
        named = find(self.application, 'filler', 'GtkFileChooserWidget')
        if named:
            return named
        for index in range(self.application.get_child_count()):
            window = self.application.get_child_at_index(index)
            if (window and window.get_role_name() == 'dialog' and find_button(window, 'Cancel')
                    and (find_button(window, 'Open') or find_button(window, 'Save'))):
                return window
        return None

    def file_dialog(self):
        return wait(self.find_file_dialog, 'the file dialog')

    def choose_file(self, path):
        """Answers the dialog that asks for a file to open."""
        dialog = self.file_dialog()
        # The key shows the place to type in, and hides it when pressed again.
        type_keys('key', '--clearmodifiers', 'ctrl+l')
        entry = wait(lambda: find(dialog, 'text'), 'the place to type the path')
        set_text(entry, str(path))
        wait(lambda: text_of(entry) == str(path), 'the path')
        self._answer('Open')

    def choose_folder(self, folder):
        """Answers the dialog that asks where to save: there, under the name that is suggested, which it
        returns."""
        dialog = self.file_dialog()
        entry = wait(lambda: find(dialog, 'text'), 'the name')
        name = wait(lambda: text_of(entry), 'a suggested name')
        set_text(entry, f'{folder}/{name}')
        self._answer('Save')
        return name

    def _answer(self, button):
        """Presses the button until the dialog has gone: it looks at the folder first, in its own time."""
        def answered():
            if self.find_file_dialog() is None:
                return True
            pressed = find_button(self.application, button)
            if pressed:
                act(pressed, 'click')
            time.sleep(0.5)
            return False
        wait(answered, 'the file dialog to close')

    def press(self, node, across, down):
        """Presses a mouse button on a widget of the active window, there in parts of its size."""
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        window = subprocess.run(['xdotool', 'getactivewindow'], check=True, capture_output=True, text=True).stdout
        type_keys('mousemove', '--window', window.strip(), str(box.x + int(box.width * across)),
                  str(box.y + int(box.height * down)), 'click', '1')

    def tick(self, box):
        """Ticks a check box of the active window by the keyboard: GTK gives it no action."""
        for _ in range(200):
            if 'focused' in states(box):
                break
            type_keys('key', '--clearmodifiers', 'Tab')
            time.sleep(0.02)
        type_keys('key', '--clearmodifiers', 'space')

    def end(self):
        """Closes the first window; the program must end well."""
        try:
            act(self.frame(), 'window.close')
        except GLib.Error:
            # It may have ended before it answered.
            pass
        assert self.process.wait(20) == 0, self.process.returncode
        self._hear()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self._hear()

    def _hear(self):
        """Passes on what the program said on its way; a warning is a failure."""
        self.said.seek(0)
        said = self.said.read()
        self.said.close()
        sys.stderr.write(said)
        warnings = [line for line in said.splitlines() if WARNING.search(line) and not OF_THE_TOOLKIT.search(line)]
        assert not warnings, warnings[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        elif not self.said.closed:
            self._hear()
