#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: a clear sentence, with file:line where there is one, status 3, and no output file left behind.

usage: see case.py
"""
import json

from case import ROOT, add_test, run_all, test

JPEG = b'\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00' + bytes(range(256)) * 8
LARGE = 100 * 1024 * 1024


def make_inputs(case):
    """Files that are no reports: name, content, the line that must be named (0: none), words that must be said."""
    case.make_report()
    good = case.read('report.xml').decode('utf-8')

    def line_of(text, words):
        return text[:text.index(words)].count('\n') + 1

    def changed(before, after):
        assert before in good, before
        return good.replace(before, after, 1)

    unknown = changed('<field name="sponsor">', '<field name="colour">')
    edition = changed('edition="2014"', 'edition="1999"')
    doctype = changed('<package', '<!DOCTYPE package [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<package')
    cut = good[:len(good) // 2]
    return [
        ('empty.xml', b'', 0, 'empty'),
        ('picture.xml', JPEG, 1, 'not UTF-8'),
        ('cut.xml', cut, cut.count('\n') + 1, 'cut off'),
        ('large.xml', None, 0, '64 MiB'),
        ('doctype.xml', doctype, 2, 'DOCTYPE'),
        ('edition.xml', edition, line_of(edition, 'edition="1999"'), '1999'),
        ('field.xml', unknown, line_of(unknown, 'name="colour"'), 'colour'),
        ('html.xml', '<html><body>年报</body></html>\n', 1, ''),
        ('zeros.xml', bytes(5000), 1, ''),
        ('latin.xml', 'größe'.encode('latin-1'), 1, 'not UTF-8'),
    ]


def write_input(case, name, content):
    if content is None:
        with open(case.path(name), 'wb') as large:
            large.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="urn:nianbao:report:1">')
            large.truncate(LARGE)
    else:
        case.write(name, content)


def assert_said(result, name, line, words):
    assert result.out == b'', result.text[:200]
    sentences = result.err.splitlines()
    assert len(sentences) == 1, result.err
    prefix = f'{name}:{line}:' if line else f'{name}: '
    assert sentences[0].startswith(prefix), f'{sentences[0]!r} does not begin with {prefix!r}'
    assert words in sentences[0], result.err


COMMANDS = {
    'check': lambda case, name: case.run('check', name, status=3),
    'set': lambda case, name: case.run('set', name, 'year=2022', '-o', 'out.xml', status=3),
    'print': lambda case, name: case.run('print', name, '-o', 'out.pdf', status=3),
    'sign': lambda case, name: case.sign(name, output='out.xml', status=3),
    'revise': lambda case, name: case.run('revise', name, '-o', 'out.xml', status=3),
    'export': lambda case, name: case.run('export', name, '--to', 'csv', '-o', 'out.csv', status=3),
    'new': lambda case, name: case.run('new', '--certificate', name, '-o', 'out.xml', status=3),
}


def make_command_test(command):
    def run(case):
        case.make_identity()
        inputs = make_inputs(case)
        before = None
        for name, content, line, words in inputs:
            if name == 'large.xml' and command not in {'check', 'sign'}:
                continue  # read by the same function everywhere; it takes its time
            if command == 'new' and name in {'edition.xml', 'field.xml'}:
                continue  # a certificate has no edition, and keeps what a form does not know
            write_input(case, name, content)
            before = sorted(path.name for path in case.folder.iterdir())
            result = COMMANDS[command](case, name)
            assert_said(result, name, line, words)
            assert sorted(path.name for path in case.folder.iterdir()) == before, 'a file was left behind'
    return run


for each in COMMANDS:
    add_test(f'{each}-refuses', make_command_test(each))


@test
def set_leaves_the_file_as_it_was(case):
    for name, content, _, _ in make_inputs(case)[:5]:
        write_input(case, name, content)
        size = case.path(name).stat().st_size
        case.run('set', name, 'year=2022', status=3)
        assert case.path(name).stat().st_size == size
    case.make_report('good.xml')
    before = case.read('good.xml')
    case.run('set', 'good.xml', 'year=2023', 'colour=绿', status=2)
    case.run('set', 'good.xml', 'year=2023', 'sponsor=@missing.txt', status=3)
    case.run('set', 'good.xml', 'sponsor=甲\n乙', status=2)
    assert case.read('good.xml') == before


@test
def verify_refuses(case):
    """3 only for what is refused or has no root package; every other fault of a package is 4."""
    for name, content, line, words in make_inputs(case):
        write_input(case, name, content)
        if name in {'edition.xml', 'field.xml'}:
            case.run('verify', name, status=4)
            continue
        assert_said(case.run('verify', name, status=3), name, line, words)


@test
def import_refuses(case):
    tables = [
        ('empty.txt', b'', 0, 'empty'),
        ('blank.txt', '\ufeff \r\n\t\n', 0, 'empty'),
        ('picture.jpg', JPEG, 0, 'JPEG'),
        ('few.txt', '单位名称 | 甲\n住所 | 乙\n法定代表人 | 丙\n', 0, '单位名称、住所、法定代表人'),
        ('prose.txt', '通知\n请各单位按时报送。\n', 0, 'No label'),
        ('binary.txt', b'a|b\n\0\0', 2, ''),
        ('old.doc', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(500), 0, 'copy its table'),
        ('paper.pdf', b'%PDF-1.7\n', 0, 'copy the table'),
        ('bomb.docx', (ROOT / 'tests' / 'file' / 'import' / 'bomb.docx').read_bytes(), 0, '64 MiB'),
    ]
    for name, content, line, words in tables:
        case.write(name, content)
        assert_said(case.run('import', name, '-o', 'out.xml', status=3), name, line, words)
        assert not case.path('out.xml').exists()
    with open(case.path('large.txt'), 'wb') as large:
        large.truncate(LARGE)
    assert_said(case.run('import', 'large.txt', '-o', 'out.xml', status=3), 'large.txt', 0, '64 MiB')
    case.make_report()
    result = case.run('import', 'report.xml', '-o', 'out.xml', status=3)
    assert 'opened, not imported' in result.err and not case.path('out.xml').exists()


@test
def missing_files(case):
    case.make_identity()
    for arguments in (['check', 'none.xml'], ['set', 'none.xml', 'year=2022'], ['verify', 'none.xml'],
                      ['print', 'none.xml', '-o', 'out.pdf'], ['import', 'none.txt', '-o', 'out.xml'],
                      ['diff', 'none.xml', 'none.xml'], ['export', 'none.xml', '--to', 'json']):
        result = case.run(*arguments, status=3)
        assert 'none.' in result.err and 'not there' in result.err, result.err
    case.path('folder').mkdir()
    assert 'folder' in case.run('check', 'folder', status=3).err


@test
def output_that_cannot_be_written(case):
    case.make_report()
    case.path('folder').mkdir()
    for output in ('nowhere/out.xml', 'folder'):
        result = case.run('revise', 'report.xml', '-o', output, status=3)
        assert output.split('/')[0] in result.err
    assert sorted(path.name for path in case.folder.iterdir()) == ['folder', 'report.xml']
    assert not list(case.path('folder').iterdir())


@test
def json_is_written_whatever_the_status(case):
    case.write('empty.xml', b'')
    case.write('cut.xml', '<?xml version="1.0"?>\n<package')
    for command in ('check', 'verify'):
        result = case.run(command, 'empty.xml', 'cut.xml', '--json', status=3)
        first, second = json.loads(result.text)['files']
        assert first == {'file': 'empty.xml', 'error': {'message': first['error']['message'], 'line': None, 'column': None}}
        assert second['file'] == 'cut.xml' and second['error']['line'] == 2 and second['error']['column'] >= 1


run_all()
