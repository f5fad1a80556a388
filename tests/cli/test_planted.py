# SPDX-License-Identifier: GPL-3.0-or-later
"""Three complete reports of institutions that do not exist, with faults planted in them: what is found is what was
planted, no more and no less, and no fix that the program offers leaves anything new behind."""
import json

from case import ROOT, run_all, test

PLANTED = ROOT / 'tests' / 'cli' / 'planted'


def check(case, name):
    """What is found, a line each, and the rules that can mend something of it."""
    found = json.loads(case.run('check', name, '--json').text)['files'][0]['findings']
    texts = json.loads(case.run('export', name, '--to', 'json').text)['reports'][0]['fields']
    lines = []
    for one in found:
        words = texts[one['field']][one['start']:one['end']] if one['spans'] else ''
        lines.append(f"{one['rule']} {one['severity']} {one['field']} {one['count']} {words[:16]}".rstrip())
    return lines, sorted({one['rule'] for one in found if one['fix']})


def count(lines, rule):
    return sum(line.split()[0] == rule for line in lines)


def compare(case, name):
    """The key: a line for each fault, rule, severity, field, count and its first words; # says what was planted."""
    key = (PLANTED / f'{name}.txt.expected').read_text('utf-8').splitlines()
    case.run('import', PLANTED / f'{name}.txt', '--year', '2022', '-o', 'report.xml')
    case.run('set', 'report.xml', 'credit-code=12999901MB0000000U')
    lines, mending = check(case, 'report.xml')
    assert lines == [line for line in key if line and not line.startswith('#')], '\n'.join(['found:', *lines])

    assert mending
    for rule in mending:
        case.run('check', 'report.xml', '--fix', rule, '-o', 'fixed.xml')
        left, _ = check(case, 'fixed.xml')
        assert count(left, rule) < count(lines, rule), rule
        for other in {line.split()[0] for line in left}:
            assert count(left, other) <= count(lines, other), (rule, other)


@test
def a_school(case):
    compare(case, 'school')


@test
def a_hospital(case):
    compare(case, 'hospital')


@test
def a_water_station(case):
    compare(case, 'water')


run_all()
