#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what meson's test log skipped, and as the last line the count of all and what was not run.

usage: count.py [--not-run WORDS] LOG.junit.xml [LOG.junit.xml …]
"""
import sys
import xml.etree.ElementTree as tree


def outcome(case):
    if case.find('failure') is not None or case.find('error') is not None:
        return 'failed'
    return 'skipped' if case.find('skipped') is not None else 'passed'


def main():
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    paths = sys.argv[1:]
    not_run = ''
    if paths[0] == '--not-run':
        not_run = f'; not run: {paths[1]}'
        paths = paths[2:]
    for path in paths:
        for suite in tree.parse(path).getroot().iter('testsuite'):
            for case in suite.iter('testcase'):
                result = outcome(case)
                counts[result] += 1
                if result != 'passed':
                    print(f"{result}: {suite.get('name')} {case.get('name')}")
    print('{passed} passed, {failed} failed, {skipped} skipped'.format(**counts) + not_run)
    return 1 if counts['failed'] or not counts['passed'] else 0


sys.exit(main())
