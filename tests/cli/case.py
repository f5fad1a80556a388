# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: each test is a function that works in an empty folder of its own, with an
empty home, and asserts; run_all() says the outcome as TAP.

Called as: TEST.py NIANBAO_CLI SOURCE_ROOT [LOCALE_FOLDER]
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

CLI = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()
LOCALES = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
SAMPLES = ROOT / 'data' / 'samples'
TWIN = SAMPLES / 'library-2022.txt'
SEEDS = sorted((ROOT / '..' / 'shared' / 'seeds').glob('*.txt'))


class Skip(Exception):
    """Raised by a test that cannot run here, with the reason."""


class Result:
    """How a command ended."""

    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr.decode('utf-8')

    @property
    def text(self):
        return self.out.decode('utf-8')


class Case:
    """A folder to work in, and the program."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        home = self.folder.parent / 'home'
        home.mkdir()
        self.env = {key: value for key, value in os.environ.items()
                    if key in {'PATH', 'LD_LIBRARY_PATH', 'XDG_DATA_DIRS', 'LC_ALL', 'LANGUAGE', 'ASAN_OPTIONS', 'UBSAN_OPTIONS',
                            'LSAN_OPTIONS', 'G_DEBUG'}}
        self.env['HOME'] = str(home)

    def path(self, name):
        return self.folder / name

    def write(self, name, content):
        """A file in the folder; its name."""
        self.path(name).write_bytes(content if isinstance(content, bytes) else content.encode('utf-8'))
        return name

    def read(self, name):
        return self.path(name).read_bytes()

    def run(self, *arguments, status=0, given=b'', env=None, wrapper=()):
        """Runs nianbao-cli, through the command @wrapper, which must end with @status (None: any)."""
        process = subprocess.run([*wrapper, CLI, *map(str, arguments)], cwd=self.folder, env={**self.env, **(env or {})},
                                 input=given, capture_output=True, check=False)
        result = Result(process)
        assert status in (None, result.status), (
            f'{" ".join(map(str, arguments))}: status {result.status}, not {status}\n{result.err}')
        return result

    def make_report(self, name='report.xml', code=True):
        """The twin as a report; with @code it has no error."""
        self.run('import', TWIN, '-o', name)
        if code:
            self.run('set', name, 'credit-code=12999901MB0000000U')
        return name

    def make_identity(self, name='id.p12', algorithm='ecdsa'):
        self.write('secret.txt', 'geheim 密码\n')
        self.run('identity', 'create', '--name', '王小明', '--algorithm', algorithm, '--passphrase-file', 'secret.txt',
                 '-o', name)
        return name

    def sign(self, report='report.xml', output='signed.xml', key='id.p12', **more):
        return self.run('sign', report, '--key', key, '--passphrase-file', 'secret.txt', '-o', output, **more)


TESTS = []


def test(function):
    """Marks a function as a test."""
    TESTS.append((function.__name__.replace('_', '-'), function))
    return function


def add_test(name, function):
    TESTS.append((name, function))


def run_all():
    """Runs all tests; TAP on standard output."""
    print(f'1..{len(TESTS)}')
    failed = False
    for number, (name, function) in enumerate(TESTS, 1):
        with tempfile.TemporaryDirectory(prefix='nianbao-cli-') as top:
            # Blanks and other scripts in a path are the usual case.
            folder = pathlib.Path(top) / '年报 2022'
            folder.mkdir()
            try:
                function(Case(folder))
                print(f'ok {number} {name}')
            except Skip as reason:
                print(f'ok {number} {name} # SKIP {reason}')
            except Exception:  # pylint: disable=broad-except
                failed = True
                for line in traceback.format_exc().splitlines():
                    print(f'# {line}')
                print(f'not ok {number} {name}')
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
