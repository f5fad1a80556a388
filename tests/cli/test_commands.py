#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands one by one: exit statuses, batches, streams, the shape of the JSON, help.

usage: see case.py
"""
import json
import re

from case import LOCALES, ROOT, TWIN, Skip, run_all, test

COMMANDS = ['new', 'import', 'set', 'check', 'answer', 'attach', 'print', 'sign', 'verify', 'revise', 'export', 'diff',
            'identity', 'certificate', 'rules', 'lint-form']


def fields_of(case, name):
    return json.loads(case.run('export', name, '--to', 'json').text)['reports'][0]['fields']


def report_attributes(case, name):
    return re.search(r'<report ([^>]*)>', case.read(name).decode('utf-8')).group(1)


@test
def help_everywhere(case):
    top = case.run('--help').text
    for command in COMMANDS:
        assert re.search(rf'^  {command} +\S', top, re.M), command
        text = case.run(command, '--help').text
        assert f'nianbao-cli {command}' in text and 'Examples:' in text, command
        examples = text[text.index('Examples:'):].splitlines()[1:]
        assert any(line.startswith(f'  nianbao-cli {command}') for line in examples), command
    assert case.run('--version').text.startswith('nianbao-cli ')


@test
def calls_that_are_wrong(case):
    case.make_report()
    case.make_identity()
    for arguments in ([], ['chekc'], ['check'], ['check', '--colour', 'report.xml'], ['import', TWIN], ['set', 'report.xml'],
                      ['set', 'report.xml', 'year'], ['set', 'report.xml', 'registry=999999'],
                      ['export', 'report.xml'], ['export', 'report.xml', '--to', 'pdf'],
                      ['export', 'report.xml', 'report.xml', '--to', 'table'], ['print', 'report.xml'],
                      ['print', 'report.xml', '-o', 'a.pdf', '--copy', 'colour'], ['diff', 'report.xml'],
                      ['import', TWIN, '-o', 'b.xml', '--registry', '999999'], ['new'],
                      ['check', 'report.xml', '--stage', 'colour'], ['identity', 'forget', 'id.p12']):
        case.run(*arguments, status=2)
    assert 'Did you mean “check”?' in case.run('chekc', status=2).err
    assert sorted(path.name for path in case.folder.iterdir()) == ['id.p12', 'report.xml', 'secret.txt']


@test
def set_keeps_what_is_typed(case):
    case.make_report()
    case.write('text.txt', '一、读书。\n二、看报。\n')
    case.run('set', 'report.xml', 'initial-capital=壹佰柒拾万元', 'net-assets-opening=约十三万', 'net-assets-closing=(3.20)',
             'activities=@text.txt', 'staff-count=２０', 'registry=370000', '-o', 'changed.xml')
    fields = fields_of(case, 'changed.xml')
    assert fields['initial-capital'] == '170.00' and fields['net-assets-opening'] == ''
    assert fields['net-assets-closing'] == '-3.20' and fields['staff-count'] == '20'
    assert fields['activities'] == '一、读书。\n二、看报。'
    content = case.read('changed.xml').decode('utf-8')
    for typed in ('typed="壹佰柒拾万元">170.00<', 'typed="约十三万"/>', 'typed="(3.20)">-3.20<', 'typed="２０">20<',
                  'registry="370000"'):
        assert typed in content, typed
    assert fields_of(case, 'report.xml')['initial-capital'] == '320.00'
    unreadable = json.loads(case.run('check', 'changed.xml', '--json', status=1).text)['files'][0]['findings']
    assert [(f['rule'], f['field']) for f in unreadable if f['severity'] == 'error'] == [
        ('R08', 'net-assets-opening'), ('R17', 'staff-count')]


@test
def signed_files_are_not_edited(case):
    case.make_report()
    case.make_identity()
    case.sign()
    before = case.read('signed.xml')
    for arguments in (['set', 'signed.xml', 'year=2020'], ['set', 'signed.xml', 'year=2020', '-o', 'other.xml'],
                      ['answer', 'signed.xml', 'R13', 'net-assets-closing', '已说明'],
                      ['check', 'signed.xml', '--fix', 'R40', '-o', 'other.xml']):
        assert 'signed' in case.run(*arguments, status=2).err
    assert case.read('signed.xml') == before and not case.path('other.xml').exists()
    # A role signs once; a key that cannot be opened is status 5.
    case.sign('signed.xml', output='again.xml', status=2)
    case.write('secret.txt', 'wrong')
    case.sign(output='again.xml', status=5)
    case.sign(output='again.xml', key='report.xml', status=5)
    assert not case.path('again.xml').exists()


@test
def revise_begins_again(case):
    case.make_report()
    case.make_identity()
    case.sign()
    case.run('revise', 'signed.xml', '-o', 'again.xml')
    content = case.read('again.xml')
    assert b'Signature' not in content and 'revision="2"' in report_attributes(case, 'again.xml')
    assert fields_of(case, 'again.xml') == fields_of(case, 'signed.xml')
    case.run('set', 'again.xml', 'staff-count=24')
    case.run('revise', 'again.xml', '-o', 'third.xml')
    assert 'revision="3"' in report_attributes(case, 'third.xml')
    assert case.run('verify', 'again.xml', status=4).text


@test
def new_rolls_forward(case):
    """From our XML and from a published table alike: registered facts, closing to opening, the next year."""
    case.make_report()
    case.run('new', '--previous', 'report.xml', '-o', 'next.xml')
    last, new = fields_of(case, 'report.xml'), fields_of(case, 'next.xml')
    assert new['year'] == '2023' and new['net-assets-opening'] == last['net-assets-closing'] == '181.75'
    for field in ('credit-code', 'name', 'purpose', 'address', 'legal-representative', 'initial-capital', 'funding-source',
                  'sponsor'):
        assert new[field] == last[field] != '', field
    for field in ('net-assets-closing', 'activities', 'registration-changes', 'filing-date'):
        assert new[field] == '', field
    assert 'revision="1"' in report_attributes(case, 'next.xml') and b'<import>' not in case.read('next.xml')

    case.run('new', '--previous', TWIN, '-o', 'from-table.xml')
    from_table = fields_of(case, 'from-table.xml')
    assert from_table['year'] == '2023' and from_table['net-assets-opening'] == '181.75' and from_table['credit-code'] == ''

    case.run('certificate', 'create', 'report.xml', '-o', 'certificate.xml')
    case.run('new', '--certificate', 'certificate.xml', '--registry', '370000', '--year', '2030', '-o', 'fresh.xml')
    fresh = fields_of(case, 'fresh.xml')
    assert fresh['year'] == '2030' and fresh['name'] == last['name'] and fresh['activities'] == ''
    assert 'registry="370000"' in report_attributes(case, 'fresh.xml')
    case.run('new', '-o', 'empty.xml')
    assert not any(fields_of(case, 'empty.xml').values())


@test
def import_takes_the_year(case):
    case.run('import', TWIN, '--year', '2019', '-o', 'a.xml')
    assert fields_of(case, 'a.xml')['year'] == '2019'
    case.run('import', TWIN, '-o', 'b.xml')
    assert fields_of(case, 'b.xml')['year'] == '2022'


@test
def import_divides_on_demand(case):
    """A paragraph at each heading; the table that is given back is still the same."""
    case.run('import', TWIN, '-o', 'block.xml')
    assert '\n' not in fields_of(case, 'block.xml')['activities']
    case.run('import', TWIN, '--paragraphs', '-o', 'divided.xml')
    paragraphs = fields_of(case, 'divided.xml')['activities'].split('\n')
    assert len(paragraphs) == 13 and ''.join(paragraphs) == fields_of(case, 'block.xml')['activities']
    assert [p[0] for p in paragraphs[1:]] == list('一(((((二三四(((')
    assert case.run('export', 'divided.xml', '--to', 'table').out == TWIN.read_bytes()


@test
def import_takes_what_an_office_has(case):
    """The kind is told by what is in the file, not by its name; a dropped page is last year's report too."""
    for name in ('page.html', 'page-gb2312.html', 'commas.csv', 'merged-and-numbered.docx', 'merged-and-shared.xlsx',
                 'gb18030.txt', 'utf-16.txt', 'clipboard.html'):
        content = (ROOT / 'tests' / 'file' / 'import' / name).read_bytes()
        case.write('table', content)
        case.run('import', 'table', '-o', 'report.xml')
        fields = fields_of(case, 'report.xml')
        assert (fields['name'], fields['year'], fields['staff-count']) == ('桃溪县档案馆', '2021', '11'), name
        case.run('new', '--previous', 'table', '-o', 'next.xml')
        assert fields_of(case, 'next.xml')['net-assets-opening'] == '79.90', name


@test
def diff_by_field(case):
    case.make_report()
    assert case.run('diff', 'report.xml', 'report.xml').text == ''
    assert json.loads(case.run('diff', 'report.xml', 'report.xml', '--json').text) == {'version': 1, 'changes': []}
    case.run('set', 'report.xml', 'staff-count=24', 'sponsor=榆川县文化局', '-o', 'other.xml')
    found = json.loads(case.run('diff', 'report.xml', 'other.xml', '--json', status=1).text)
    assert [change['field'] for change in found['changes']] == ['sponsor', 'staff-count']
    assert (found['changes'][1]['a'], found['changes'][1]['b']) == ('23', '24')
    assert '从业人数' in case.run('diff', 'report.xml', 'other.xml', status=1).text
    # Long texts are compared sentence by sentence.
    narrative = fields_of(case, 'report.xml')['activities']
    case.write('text.txt', narrative.replace('新购图书4860册', '新购图书4861册').replace('四、2023', '\n四、2023'))
    case.run('set', 'report.xml', 'activities=@text.txt', '-o', 'other.xml')
    lines = case.run('diff', 'report.xml', 'other.xml', status=1).text.splitlines()
    assert lines[0] == '开展业务活动情况' and [line[0] for line in lines[1:3]] == ['-', '+'], lines
    assert '4860册' in lines[1] and '4861册' in lines[2] and len(''.join(lines)) < 600
    # A table is compared as it is: it lacks the code.
    found = json.loads(case.run('diff', TWIN, 'report.xml', '--json', status=1).text)
    assert [change['field'] for change in found['changes']] == ['credit-code']


@test
def streams(case):
    table = TWIN.read_bytes()
    report = case.run('import', '-', '-o', '-', given=table).out
    case.write('report.xml', report)
    assert case.run('export', '-', '--to', 'table', given=report).out == table
    changed = case.run('set', '-', 'staff-count=24', '-o', '-', given=report).out
    assert b'>24<' in changed
    findings = json.loads(case.run('check', '-', '--json', given=report, status=1).text)
    assert findings['files'][0]['file'] == '-'
    assert case.run('print', '-', '-o', '-', given=report).out.startswith(b'%PDF-')
    # What is said about a stream names it; data and messages never mix.
    broken = case.run('check', '-', given=b'', status=3)
    assert broken.out == b'' and broken.err.startswith('-: ')


@test
def batches(case):
    """Answered in order, however long each takes; one bad file never stops the rest."""
    names = []
    for number in range(12):
        name = f'{number:02}.xml'
        case.run('import', TWIN, '-o', name)
        if number % 2:
            case.run('set', name, 'credit-code=12999901MB0000000U')
        names.append(name)
    case.write('05.xml', b'\xff\xd8')
    answer = case.run('check', *names, '--json', status=3)
    files = json.loads(answer.text)['files']
    assert [entry['file'] for entry in files] == names
    assert [name for name, entry in zip(names, files) if 'error' in entry] == ['05.xml']
    assert answer.err.count('05.xml') == 1
    plain = case.run('check', *names, status=3).text
    assert [line[:6] for line in plain.splitlines() if 'errors' in line] == [n for n in names if n != '05.xml']

    rows = case.run('export', *names, '--to', 'csv', '-o', 'all.csv', status=3)
    assert '05.xml' in rows.err and case.read('all.csv').startswith(b'\xef\xbb\xbfyear,')
    assert case.read('all.csv').decode('utf-8').count('榆川县图书馆.公益') == 11
    case.run('print', *names, '--output-dir', 'pdf', status=3)
    assert sorted(path.name for path in case.path('pdf').iterdir()) == [n.replace('xml', 'pdf') for n in names if n != '05.xml']
    # The most serious status of a batch: 4, 3, 5, 6, 1.
    case.make_identity()
    case.sign('07.xml')
    case.run('verify', 'signed.xml', '05.xml', status=3)
    case.run('verify', 'signed.xml', '05.xml', '07.xml', status=4)


def assert_shape(value, shape, path='$'):
    """A dict has exactly these members, a list members of one shape, a tuple one of several types."""
    if isinstance(shape, dict):
        assert isinstance(value, dict) and set(value) == set(shape), f'{path}: {value}'
        for key, inner in shape.items():
            assert_shape(value[key], inner, f'{path}.{key}')
    elif isinstance(shape, list):
        assert isinstance(value, list) and value, f'{path}: {value}'
        for index, item in enumerate(value):
            assert_shape(item, shape[0], f'{path}[{index}]')
    else:
        kinds = shape if isinstance(shape, tuple) else (shape,)
        assert any(value is None if kind is None else type(value) is kind for kind in kinds), f'{path}: {value!r}'


@test
def shapes_of_json(case):
    finding = {'rule': str, 'severity': str, 'stage': str, 'field': (str, None), 'start': (int, None), 'end': (int, None),
               'count': int, 'spans': list, 'group': (str, None), 'message': str, 'source': str, 'fix': bool}
    case.make_report(code=False)
    found = json.loads(case.run('check', 'report.xml', '--json', status=1).text)
    assert_shape(found, {'version': int, 'files': [{'file': str, 'findings': [finding]}]})
    for entry in found['files'][0]['findings']:
        assert entry['severity'] in {'error', 'warning', 'advice'} and entry['stage'] in {'data', 'filing'}
        assert all(len(span) == 2 and span[0] <= span[1] for span in entry['spans'])
        assert entry['spans'] == [] or entry['spans'][0] == [entry['start'], entry['end']]

    case.run('set', 'report.xml', 'credit-code=12999901MB0000000U')
    case.make_identity()
    case.sign()
    signature = {'role': (str, None), 'signer': (str, None), 'intact': bool, 'trusted': bool, 'in_time': bool,
                 'time': (str, None), 'algorithm': (str, None), 'problem': (str, None), 'message': str}
    verdict = json.loads(case.run('verify', 'signed.xml', '--json', status=6).text)
    assert_shape(verdict, {'version': int, 'files': [{'file': str, 'intact': bool, 'signatures': [signature]}]})
    assert verdict['files'][0]['signatures'][0]['role'] == 'legal-representative'

    exported = json.loads(case.run('export', 'report.xml', '--to', 'json').text)
    assert_shape(exported, {'version': int, 'reports': [{'edition': str, 'registry': str, 'revision': int, 'fields': dict}]})
    assert len(exported['reports'][0]['fields']) == 21
    rules = json.loads(case.run('rules', '--json').text)
    assert_shape(rules, {'version': int, 'rules': [{'rule': str, 'severity': str, 'stage': str, 'source': str, 'message': str,
                                                    'fix': bool}]})


@test
def offsets_count_code_points(case):
    """In the field's text; a paragraph break counts as one."""
    case.make_report()
    case.write('text.txt', '𠮷一段。\n一是读书；三是看报。\n')
    case.run('set', 'report.xml', 'activities=@text.txt')
    findings = json.loads(case.run('check', 'report.xml', '--json').text)['files'][0]['findings']
    ordinal = [f for f in findings if f['rule'] == 'R35']
    assert [(f['start'], f['end']) for f in ordinal] == [(10, 12)]


@test
def identities_are_not_replaced(case):
    case.make_identity()
    before = case.read('id.p12')
    case.run('identity', 'create', '--name', '李四', '--passphrase-file', 'secret.txt', '-o', 'id.p12', status=2)
    assert case.read('id.p12') == before and case.path('id.p12').stat().st_mode & 0o077 == 0
    shown = case.run('identity', 'show', 'id.p12', '--passphrase-file', 'secret.txt').text
    assert '王小明' in shown and 'P-256' in shown
    # One line end is no part of a passphrase, two are.
    case.write('bare.txt', 'geheim 密码')
    case.run('identity', 'show', 'id.p12', '--passphrase-file', 'bare.txt')
    case.write('two.txt', 'geheim 密码\n\n')
    case.run('identity', 'show', 'id.p12', '--passphrase-file', 'two.txt', status=5)


@test
def locales_change_nothing_in_a_file(case):
    case.run('import', TWIN, '-o', 'plain.xml')
    case.run('print', 'plain.xml', '-o', 'plain.pdf')
    tried = 0
    for locale in ('de_DE.UTF-8', 'zh_CN.UTF-8', 'tr_TR.UTF-8'):
        if LOCALES is None or not (LOCALES / locale).exists():
            continue
        tried += 1
        env = {'LC_ALL': locale, 'LOCPATH': str(LOCALES)}
        case.run('import', TWIN, '-o', 'other.xml', env=env)
        case.run('print', 'plain.xml', '-o', 'other.pdf', env=env)
        assert case.read('other.xml') == case.read('plain.xml') and case.read('other.pdf') == case.read('plain.pdf')
        for form in ('table', 'text', 'csv', 'json'):
            assert (case.run('export', 'plain.xml', '--to', form, env=env).out
                    == case.run('export', 'plain.xml', '--to', form).out)
    # No locale at all is no reason to misread a name.
    case.run('identity', 'create', '--name', '王小明', '--passphrase-file', case.write('p', 'x'), '-o', 'id.p12',
             '--algorithm', 'ecdsa', env={'LC_ALL': 'C'})
    if tried < 3:
        raise Skip('localedef cannot make all locales (package locales)')


@test
def definitions_are_linted(case):
    """A registry that goes round in a circle, one with too many layers, one whose file is named otherwise: place and
    reason, status 3."""
    layer = ('<registry xmlns="urn:nianbao:form:1" engine="1" id="{id}" base="{base}">\n<name>某地</name>\n'
             '<authority>某机关</authority>\n</registry>\n')
    case.path('circle').mkdir()
    case.path('deep').mkdir()
    case.path('named').mkdir()
    for name, base in (('990001', '990002'), ('990002', '990001')):
        case.write(f'circle/{name}.xml', layer.format(id=name, base=base))
    for name, base in (('990001', 'national'), ('990002', '990001'), ('990003', '990002')):
        case.write(f'deep/{name}.xml', layer.format(id=name, base=base))
    case.write('named/990009.xml', layer.format(id='990001', base='national'))
    for folder, words in (('circle', 'circle'), ('deep', 'three'), ('named', '990009')):
        result = case.run('lint-form', folder, status=3)
        assert re.search(r'9900\d\d', result.err) and words in result.err, result.err
    case.write('deep/990003.xml', layer.format(id='990003', base='990001'))
    case.run('lint-form', 'deep')
    case.path('data').mkdir()
    case.path('deep').rename(case.path('data/registries'))
    case.run('import', TWIN, '--registry', '990002', '--data-dir', 'data', '-o', 'report.xml')
    assert 'registry="990002"' in report_attributes(case, 'report.xml')
    # Elsewhere the registry is not known: the report is kept and checked by national.
    case.run('check', 'report.xml', status=1)


run_all()
