#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking by the command line: rules and what explains them, fixes, answers, last year, the certificate, papers, the
checklist before handing in, the check report.

usage: see case.py
"""
import hashlib
import json

from case import run_all, test

FIXABLE = ['R06', 'R09', 'R17', 'R18', 'R24', 'R27', 'R35', 'R40', 'R43']


def findings_of(case, name, *options, status=0):
    result = case.run('check', name, '--json', *options, status=status)
    return json.loads(result.text)['files'][0]['findings']


def rules_of(findings, **wanted):
    return [finding['rule'] for finding in findings if all(finding[key] == value for key, value in wanted.items())]


@test
def rules_are_listed(case):
    table = case.run('rules').text
    listed = json.loads(case.run('rules', '--json').text)['rules']
    records = [line.split('\t') for line in case.run('rules', '--plain').text.splitlines()]
    assert [record[0] for record in records] == [rule['rule'] for rule in listed]
    for rule in listed:
        assert f'\n{rule["rule"]} ' in table and rule['message'] in table, rule['rule']
    assert len({line.index('What is checked') for line in table.splitlines() if 'What is checked' in line}) == 1
    off = {rule['rule']: rule for rule in json.loads(case.run('rules', '--registry', '520302', '--json').text)['rules']}
    assert off['R28']['severity'] == 'warning' and '红花岗' in off['R28']['source']


@test
def rules_are_explained(case):
    for rule in json.loads(case.run('rules', '--json').text)['rules']:
        text = case.run('check', '--explain', rule['rule']).text
        assert text.startswith(rule['rule'] + ': ' + rule['message']), rule['rule']
        assert rule['source'] in text and '\nExample: ' in text, rule['rule']
        assert ('\nFix: ' in text) == rule['fix'], rule['rule']
    case.run('check', '--explain', 'R99', status=2)


@test
def no_fixable_finding_is_left(case):
    case.make_report()
    case.run('set', 'report.xml', 'licences=/', 'legal-representative=张 三', 'online-name=榆川县图书馆。公益', 'staff-count=23人',
             'registration-changes=2022年。能遵守条例,没有变更。')
    before = findings_of(case, 'report.xml', status=1)
    for rule in FIXABLE:
        if rule not in rules_of(before, fix=True):
            continue
        case.run('check', 'report.xml', '--fix', rule, '-o', 'mended.xml')
        left = rules_of(findings_of(case, 'mended.xml', status=0 if rule == 'R17' else 1), fix=True)
        assert rule not in left, rule
    assert {'R06', 'R17', 'R18', 'R24', 'R40'} <= set(rules_of(before, fix=True))
    case.run('check', 'report.xml', *[word for rule in FIXABLE for word in ('--fix', rule)], '-o', 'all.xml')
    assert not set(FIXABLE) & set(rules_of(findings_of(case, 'all.xml'), fix=True))
    case.run('check', 'report.xml', '--fix', 'R40', status=2)


@test
def answers_stand_until_the_text_changes(case):
    case.make_report()
    case.run('answer', 'report.xml', 'R13', 'net-assets-closing', '开办资金变更正在办理')
    answered = [f for f in findings_of(case, 'report.xml') if f['rule'] == 'R13']
    assert [f.get('answer') for f in answered] == ['开办资金变更正在办理']
    assert '开办资金变更正在办理' in case.run('check', 'report.xml').text
    case.run('set', 'report.xml', 'net-assets-closing=181.76', '-o', 'changed.xml')
    assert [f.get('answer') for f in findings_of(case, 'changed.xml') if f['rule'] == 'R13'] == [None]
    case.run('answer', 'report.xml', 'R13', 'net-assets-closing', '')
    assert [f.get('answer') for f in findings_of(case, 'report.xml') if f['rule'] == 'R13'] == [None]
    for rule, field in (('R02', 'credit-code'), ('R13', 'activities'), ('R13', 'nothing')):
        case.run('answer', 'report.xml', rule, field, '不能答复', status=2)


@test
def last_year_is_compared(case):
    case.make_report('last.xml')
    case.run('new', '--previous', 'last.xml', '-o', 'next.xml')
    case.run('set', 'next.xml', 'net-assets-opening=181.57', 'registration-changes=2023年度没有变更登记的事项。',
             'address=陕西省榆川县文昌街20号')
    alone = findings_of(case, 'next.xml', status=1)
    both = findings_of(case, 'next.xml', '--previous', 'last.xml', status=1)
    assert 'R11' not in rules_of(alone) and 'R14' not in rules_of(alone)
    assert rules_of(both, severity='warning', field='net-assets-opening').count('R11') == 1
    assert '住所' in [f for f in both if f['rule'] == 'R14'][0]['message']
    case.run('answer', 'next.xml', 'R11', 'net-assets-opening', '上年决算调整', status=2)
    case.run('answer', 'next.xml', 'R11', 'net-assets-opening', '上年决算调整', '--previous', 'last.xml')
    again = findings_of(case, 'next.xml', '--previous', 'last.xml', status=1)
    assert [f.get('answer') for f in again if f['rule'] == 'R11'] == ['上年决算调整']


@test
def the_certificate_guards_its_facts(case):
    case.make_report()
    case.run('certificate', 'create', 'report.xml', '--term', '2017-03-01/2022-02-28', '-o', 'cert.xml')
    assert 'R21' not in rules_of(findings_of(case, 'report.xml', '--certificate', 'cert.xml'))
    case.run('set', 'report.xml', 'name=榆川图书馆', 'legal-representative=')
    found = findings_of(case, 'report.xml', '--certificate', 'cert.xml', status=1)
    assert rules_of(found, severity='error') == ['R21', 'R01'] and all(f['fix'] for f in found if f['rule'] in ('R21', 'R01'))
    case.run('check', 'report.xml', '--certificate', 'cert.xml', '--fix', 'R21', '--fix', 'R01', '-o', 'mended.xml')
    assert rules_of(findings_of(case, 'mended.xml', '--certificate', 'cert.xml'), severity='error') == []
    filing = findings_of(case, 'mended.xml', '--certificate', 'cert.xml', '--stage', 'filing', status=1)
    assert rules_of(filing, stage='filing', severity='warning') == ['R25']
    # What stands on the certificate is not reproached for its wording.
    assert 'R20' not in rules_of(found) and 'R20' in rules_of(findings_of(case, 'report.xml', status=1))
    for period in ('2017-03-01', '2017-03-01/2016-01-01', 'x/y'):
        case.run('certificate', 'create', 'mended.xml', '--term', period, '-o', 'bad.xml',
                 status=3 if period.endswith('2016-01-01') else 2)
    assert not case.path('bad.xml').exists()


@test
def papers_are_noted_and_stay_outside(case):
    case.make_report()
    assert 'balance-sheet: 上一年末资产负债表 (needed)' in case.run('attach', 'report.xml').text
    picture = b'\xff\xd8' + b'x' * 200000
    case.write('表.jpg', picture)
    case.write('书.pdf', b'%PDF')
    case.run('attach', 'report.xml', 'balance-sheet', '表.jpg')
    case.run('attach', 'report.xml', 'report', '书.pdf')
    text = case.read('report.xml').decode('utf-8')
    assert f'size="{len(picture)}"' in text and hashlib.sha256(picture).hexdigest() in text
    assert len(case.read('report.xml')) < 100000
    filing = findings_of(case, 'report.xml', '--stage', 'filing', status=1)
    assert 'R64' not in rules_of(filing) and rules_of(filing).count('R65') == 1
    # A warning about the report as a whole is answered for the picture that it is about.
    case.run('answer', 'report.xml', 'R65', '登记管理机关收得下')
    answers = [f.get('answer') for f in findings_of(case, 'report.xml', '--stage', 'filing', status=1) if f['rule'] == 'R65']
    assert answers == ['登记管理机关收得下']
    case.write('图.jpg', picture + b'x')
    case.run('attach', 'report.xml', 'other', '图.jpg', '-o', 'two.xml')
    answers = [f.get('answer') for f in findings_of(case, 'two.xml', '--stage', 'filing', status=1) if f['rule'] == 'R65']
    assert sorted(answers, key=bool) == [None, '登记管理机关收得下']
    case.run('answer', 'report.xml', 'R65', '')
    case.run('answer', 'report.xml', 'R64', '不能答复', status=2)
    # The scan of the signed paper is older than the text from the first change on, however a number is spelled.
    case.run('set', 'report.xml', 'staff-count=37', '-o', 'other.xml')
    assert 'R63' not in rules_of(filing)
    assert rules_of(findings_of(case, 'other.xml', '--stage', 'filing', status=1)).count('R63') == 1
    case.run('set', 'report.xml', 'initial-capital=２００', '-o', 'spelled.xml')
    case.run('attach', 'spelled.xml', 'report', '书.pdf')
    case.run('set', 'spelled.xml', 'initial-capital=200.00')
    assert rules_of(findings_of(case, 'spelled.xml', '--stage', 'filing', status=1)).count('R63') == 1  # the first scan
    refused = case.run('attach', 'report.xml', 'balance-shet', '表.jpg', status=2)
    assert 'balance-sheet' in refused.err
    assert 'not a file' in case.run('attach', 'report.xml', 'other', '/dev/zero', status=3).err
    case.write('a\x01b.pdf', b'%PDF')
    assert 'U+0001' in case.run('attach', 'report.xml', 'other', 'a\x01b.pdf', status=2).err
    assert '表.jpg, 200002 bytes' in case.run('attach', 'report.xml').text


@test
def the_checklist_knows_signatures(case):
    case.make_report()
    case.run('set', 'report.xml', 'preparer=李晓', 'phone=0917-5550123', 'filing-date=2023-02-20')
    unsigned = findings_of(case, 'report.xml', '--stage', 'filing', status=1)
    assert {'R61', 'R62', 'R64'} <= set(rules_of(unsigned, stage='filing', severity='error'))
    assert rules_of(findings_of(case, 'report.xml'), stage='filing') == []
    case.make_identity()
    case.sign()
    case.run('sign', 'signed.xml', '--key', 'id.p12', '--passphrase-file', 'secret.txt', '--role', 'sponsor', '--opinion',
             '情况属实。该年度报告书已经保密审查，可以向社会公示。', '--person', '李四', '--date', '2023-02-18', '-o', 'reviewed.xml')
    reviewed = rules_of(findings_of(case, 'reviewed.xml', '--stage', 'filing', status=1), stage='filing')
    assert not {'R61', 'R62', 'R63'} & set(reviewed), reviewed
    changed = case.read('reviewed.xml').replace('0917-5550123'.encode(), '0917-5550124'.encode())
    case.write('changed.xml', changed)
    assert 'R63' in rules_of(findings_of(case, 'changed.xml', '--stage', 'filing', status=1))


@test
def a_registry_is_its_own(case):
    """A county's sentence and papers hold there, and the registry is kept in the report."""
    case.make_report()
    case.run('set', 'report.xml', 'registry=130434')
    filing = findings_of(case, 'report.xml', '--stage', 'filing', status=1)
    papers = [f for f in filing if f['rule'] == 'R64']
    assert len(papers) == 2 and all('魏县' in f['source'] for f in papers)
    assert '并经保密审查' in [f for f in filing if f['rule'] == 'R61'][0]['message']
    elsewhere = findings_of(case, 'report.xml', '--stage', 'filing', '--registry', 'national', status=1)
    assert not any('魏县' in f['source'] for f in elsewhere if f['rule'] == 'R64')


@test
def the_check_report_can_be_printed(case):
    case.make_report()
    case.run('answer', 'report.xml', 'R13', 'net-assets-closing', '开办资金变更正在办理')
    text = case.run('check', 'report.xml', '--stage', 'filing', '--report', status=1).text
    for words in ('事业单位法人年度报告书', '榆川县图书馆', '== Assets ==', '[warning] R13', 'answer: 开办资金变更正在办理',
                  'paragraph 1: “', '== Before handing in ==', '[error] R64', 'authority: '):
        assert words in text, words
    case.run('check', 'report.xml', '--report', '-o', 'out.txt')
    assert '[warning] R13' in case.read('out.txt').decode('utf-8')
    case.run('check', 'report.xml', '--report', '--json', status=2)
    case.run('check', 'report.xml', '-o', 'x.txt', status=2)


run_all()
