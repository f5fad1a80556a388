#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A passphrase is nowhere but in its file: not in a call, the environment, what is printed, or a core file.

usage: secrets.py NIANBAO_CLI
"""
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import time

CLI = str(pathlib.Path(sys.argv[1]).resolve())
PASSPHRASE = 'pass-phrase-8264-春'
# The sanitizers handle signals by themselves and leave no core files.
SANITIZED = b'__asan_init' in pathlib.Path(CLI).read_bytes()


def allow_core():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def may_dump():
    return resource.getrlimit(resource.RLIMIT_CORE)[1] == resource.RLIM_INFINITY or os.getuid() == 0


def start(folder, *arguments):
    return subprocess.Popen([CLI, *arguments], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, preexec_fn=allow_core if may_dump() else None)


def crash(process):
    """Kills it as a fault would; whether a core was written."""
    os.kill(process.pid, signal.SIGSEGV)
    _, status = os.waitpid(process.pid, 0)
    process.returncode = -signal.SIGSEGV
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()
    return os.WCOREDUMP(status)


def core_limit(process):
    for line in pathlib.Path(f'/proc/{process.pid}/limits').read_text().splitlines():
        if line.startswith('Max core file size'):
            return line.split()[4]
    return None


def no_core(folder):
    """Not from the moment on at which a passphrase is read; before, as the system likes it."""
    ordinary = start(folder, 'verify', '-')
    time.sleep(0.5)
    dumps = crash(ordinary)
    pipe = folder / 'pipe'
    os.mkfifo(pipe)
    process = start(folder, 'identity', 'create', '--name', '王某', '--passphrase-file', 'pipe', '-o', 'a.p12')
    with open(pipe, 'wb') as writer:
        writer.write(PASSPHRASE[:14].encode())
        writer.flush()
        deadline = time.monotonic() + 20
        while core_limit(process) != '0' and time.monotonic() < deadline:
            time.sleep(0.02)
        assert core_limit(process) == '0', core_limit(process)
        for name in ('cmdline', 'environ'):
            assert PASSPHRASE[:14].encode() not in pathlib.Path(f'/proc/{process.pid}/{name}').read_bytes(), name
        assert not crash(process), 'a core file was written'
    print(f'# without a passphrase, a core file {"is" if dumps else "is not"} written here')


def not_printed(folder):
    """Whether it is right or wrong, on the terminal and in files."""
    (folder / 'secret.txt').write_text(PASSPHRASE + '\n')
    (folder / 'wrong.txt').write_text('another\n')
    run = [['identity', 'create', '--name', '王某', '--algorithm', 'ecdsa', '--passphrase-file', 'secret.txt', '-o', 'b.p12'],
           ['identity', 'show', 'b.p12', '--passphrase-file', 'secret.txt'],
           ['identity', 'show', 'b.p12', '--passphrase-file', 'wrong.txt'],
           ['identity', 'show', 'secret.txt', '--passphrase-file', 'secret.txt']]
    for arguments, status in zip(run, (0, 0, 5, 5)):
        done = subprocess.run([CLI, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert done.returncode == status, (arguments, done)
        for said in (done.stdout, done.stderr):
            assert PASSPHRASE.encode() not in said and b'another' not in said, arguments
    assert PASSPHRASE.encode() not in (folder / 'b.p12').read_bytes()
    assert (folder / 'b.p12').stat().st_mode & 0o777 == 0o600


def no_option_takes_it(folder):
    said = subprocess.run([CLI, 'sign', '--help'], stdout=subprocess.PIPE, text=True).stdout
    assert '--passphrase-file' in said and '--passphrase ' not in said and '--passphrase=' not in said
    done = subprocess.run([CLI, 'sign', 'x.xml', '--passphrase', PASSPHRASE], cwd=folder, stderr=subprocess.PIPE)
    assert done.returncode == 2


def main():
    tests = [no_core, not_printed, no_option_takes_it]
    print(f'1..{len(tests)}')
    for number, test in enumerate(tests, 1):
        if test is no_core and SANITIZED:
            print(f'ok {number} {test.__name__} # SKIP under the sanitizers')
            continue
        with tempfile.TemporaryDirectory() as name:
            try:
                test(pathlib.Path(name))
                print(f'ok {number} {test.__name__}')
            except AssertionError as fault:
                print(f'# {fault}\nnot ok {number} {test.__name__}')


main()
