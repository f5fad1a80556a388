#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every hostile file gets its exit status and its reason code from the program, in bounded time and memory.

usage: hostile.py NIANBAO_CLI MAKE_HOSTILE

Time is processor time of a process of its own, which other work on the machine disturbs least.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

CLI, MAKER = sys.argv[1:]
SMALL_FILE = 4 * 1024 * 1024  # bytes
SMALL_SECONDS, LARGE_SECONDS = 1.0, 3.0
MEMORY = 400 * 1024  # KiB
# Everything is slower and larger under the sanitizers; their runs look for other faults.
SANITIZED = b'__asan_init' in pathlib.Path(CLI).read_bytes()


def verify(folder, name):
    """Status, problem, seconds of processor time, KiB."""
    command = [CLI, 'verify', folder / f'{name}.xml', '--plain', '--trust', folder / 'trust', '--crl', folder / 'crl']
    with open(folder / 'answer.tsv', 'wb') as answer:
        child = subprocess.Popen(command, stdout=answer, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    records = [line.split('\t') for line in (folder / 'answer.tsv').read_text('utf-8').splitlines()]
    problem = next((record[7] for record in records if record[7]), None)
    return child.returncode, problem or '-', usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def faults(folder, name, expected):
    size = (folder / f'{name}.xml').stat().st_size
    status, problem, seconds, memory = verify(folder, name)
    if (str(status), problem) != expected:
        yield f'answered {status} {problem} instead of {expected[0]} {expected[1]}'
    if SANITIZED:
        return
    limit = SMALL_SECONDS if size <= SMALL_FILE else LARGE_SECONDS
    if seconds > limit:
        yield f'{seconds:.2f} s of processor time for {size} bytes, more than {limit} s'
    if memory > MEMORY:
        yield f'{memory} KiB of memory for {size} bytes, more than {MEMORY}'
    if size > SMALL_FILE:
        print(f'# {name}: {size} bytes, {seconds:.2f} s, {memory // 1024} MiB')


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([MAKER, folder], check=True)
        cases = [line.split('\t') for line in (folder / 'cases.tsv').read_text('utf-8').splitlines()]
        print(f'1..{len(cases)}')
        for number, (case, status, problem) in enumerate(cases, 1):
            found = list(faults(folder, case, (status, problem)))
            for fault in found:
                print(f'# {case}: {fault}')
            print(f'{"not " if found else ""}ok {number} {case}', flush=True)
            (folder / f'{case}.xml').unlink()


main()
