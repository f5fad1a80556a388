#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paper by the command line: the four copies, and the codes at their feet held against the data.

usage: see case.py
"""
import json
import re
import shutil
import subprocess

from case import Skip, run_all, test


def read_pdf(case, name):
    if shutil.which('pdftotext') is None:
        raise Skip('pdftotext is not installed (poppler-utils)')
    return subprocess.run(['pdftotext', '-raw', name, '-'], cwd=case.folder, check=True, capture_output=True,
                          text=True).stdout


def read_codes(case, name):
    return re.findall(r'核对码 ([2-9A-Z]{5}-[2-9A-Z]{5})', read_pdf(case, name))


def verify(case, name, codes, status):
    result = case.run('verify', name, '--json', '--codes', ' '.join(codes), status=status)
    return json.loads(result.text)['files'][0]


@test
def codes_of_paper_fit_its_version(case):
    report = case.make_report()
    case.run('print', report, '-o', 'form.pdf')
    codes = read_codes(case, 'form.pdf')
    assert len(codes) > 3
    verdict = verify(case, report, codes, 0)
    assert verify(case, report, ['、'.join(codes)], 0) == verdict == verify(case, report, ['；'.join(codes)], 0)
    assert [code['answer'] for code in verdict['codes']] == ['this-version'] * len(codes)
    assert [code['page'] for code in verdict['codes']] == list(range(1, len(codes) + 1))
    assert verdict['missing'] == []
    assert verify(case, report, codes[:-1], 0)['missing'] == [len(codes)]
    text = case.run('verify', report, '--codes', codes[0].lower().replace('-', ' '), '--codes', codes[1]).text
    assert text.count('this version') == 2, text


@test
def page_of_another_version_is_named(case):
    report = case.make_report()
    case.run('set', report, 'staff-count=24', '-o', 'edited.xml')
    case.run('print', report, '-o', 'form.pdf')
    case.run('print', 'edited.xml', '-o', 'edited.pdf')
    codes = read_codes(case, 'form.pdf')
    codes[1] = read_codes(case, 'edited.pdf')[1]
    verdict = verify(case, report, codes, 4)
    assert [code['answer'] for code in verdict['codes']] == [
        'other-version' if page == 1 else 'this-version' for page in range(len(codes))]
    assert verdict['missing'] == [2]
    assert verify(case, report, ['2222222222', 'II'], 4)['codes'][1]['answer'] == 'unreadable'


@test
def opinion_is_preprinted_or_blank(case):
    report = case.make_report()
    sentence = '可以向社会公示'
    case.run('print', report, '-o', 'printed.pdf')
    case.run('print', report, '--opinion', 'blank', '-o', 'blank.pdf')
    assert sentence in re.sub(r'\s', '', read_pdf(case, 'printed.pdf'))
    assert sentence not in re.sub(r'\s', '', read_pdf(case, 'blank.pdf'))
    verify(case, report, read_codes(case, 'blank.pdf'), 0)
    case.run('print', report, '--opinion', 'none', '-o', 'x.pdf', status=2)


@test
def blank_form_has_no_data(case):
    report = case.make_report()
    case.run('print', '--copy', 'blank', '-o', 'form.pdf')
    case.run('print', report, '--copy', 'blank', '-o', 'of-report.pdf')
    assert read_pdf(case, 'form.pdf') == read_pdf(case, 'of-report.pdf')
    assert '榆川' not in read_pdf(case, 'of-report.pdf')
    assert '核对码' not in read_pdf(case, 'form.pdf')
    case.run('print', '-o', 'x.pdf', status=2)


@test
def review_copy_lists_findings_and_answers(case):
    report = case.make_report()
    findings = json.loads(case.run('check', report, '--json').text)['files'][0]['findings']
    warning = next(finding for finding in findings if finding['severity'] == 'warning')
    case.run('answer', report, warning['rule'], warning['field'], '已核对无误')
    case.run('print', report, '--copy', 'review', '-o', 'review.pdf')
    text = re.sub(r'\s', '', read_pdf(case, 'review.pdf'))
    assert f'审核情况（共{len(findings)}项）' in text
    assert '已核对无误' in text
    assert '核对码' not in text and '草稿' not in text
    # Of the checklist before handing in only what was answered.
    case.write('图.jpg', b'x' * 200000)
    case.run('attach', report, 'other', '图.jpg')
    case.run('answer', report, 'R65', '登记管理机关收得下')
    case.run('print', report, '--copy', 'review', '-o', 'review.pdf')
    again = re.sub(r'\s', '', read_pdf(case, 'review.pdf'))
    assert f'审核情况（共{len(findings) + 1}项）' in again and '登记管理机关收得下' in again
    for finding in findings:
        assert re.sub(r'\s', '', finding['source']) in text, finding['source']


run_all()
