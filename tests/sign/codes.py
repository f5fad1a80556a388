#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every reason code is listed in src/core/sign/README.md, and none is listed that is not given.

usage: codes.py SOURCE_ROOT
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
GIVEN = (r'nb_problem_set \(\s*[^,"]+,\s*"([a-z0-9-]+)"', r'nb_error_set_reason \([^,]+, "([a-z0-9-]+)"\)',
         r'refuse \(\s*[^,"]+,\s*error,\s*"([a-z0-9-]+)"', r'fail \(\s*shape,[^"]*?"([a-z0-9-]+)"',
         r'\? "([a-z0-9-]+)"\s*:\s*"[a-z0-9-]+"', r'\? "[a-z0-9-]+"\s*:\s*"([a-z0-9-]+)"', r'return "([a-z0-9-]+)";',
         r'verdict->problem = "([a-z0-9-]+)"')
ROOMS = ('core/sign', 'core/xml', 'core/job')

given = set()
for path in [p for room in ROOMS for p in (ROOT / 'src' / room).glob('*.c')] + [ROOT / 'src/cli/cmd-verify.c']:
    text = path.read_text('utf-8')
    if 'nb_problem_set' in text or 'nb_error_set_reason' in text or 'get_reason' in text or 'verdict->problem' in text:
        for pattern in GIVEN:
            given.update(re.findall(pattern, text))
given -= {'yes', 'no'}
table = (ROOT / 'src/core/sign/README.md').read_text('utf-8').split('## Reason codes')[1].split('## Tests')[0]
listed = {code for row in re.findall(r'^\| (`.*?) \| \d \|', table, re.M) for code in re.findall(r'`([a-z0-9-]+)`', row)}
print('1..1')
for code in sorted(given - listed):
    print(f'# not listed: {code}')
for code in sorted(listed - given):
    print(f'# never given: {code}')
print('ok 1 codes' if given == listed else 'not ok 1 codes')
