#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The PDF that carries its report: what print makes, and what verify says of it when it comes back."""
import json
import os
import re
import shutil
import subprocess
import zlib

from case import LOCALES, Skip, run_all, test


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            raise Skip(f'{program} is not installed')


def tool(case, *command, status=0):
    process = subprocess.run(list(map(str, command)), cwd=case.folder, capture_output=True, check=False)
    assert process.returncode == status, f'{command}: {process.stderr.decode()}'
    return process.stdout.decode('utf-8', 'replace')


def make_signed(case):
    """A signed report, its PDF, and whom to trust."""
    case.make_report()
    case.make_identity()
    case.sign()
    case.run('print', 'signed.xml', '-o', 'form.pdf')
    case.write('trusted.pem', case.run('identity', 'show', 'id.p12', '--passphrase-file', 'secret.txt',
                                       '--certificate').out)
    return case.read('form.pdf')


def verify(case, name, status, *options):
    """What verify says of a PDF, as JSON of its one file."""
    return json.loads(case.run('verify', name, '--trust', 'trusted.pem', '--json', *options,
                               status=status).text)['files'][0]


def problems(answer):
    return {page['page']: page['problem'] for page in answer['pages'] if page['problem']}


def rewrite(case, change, name='changed.pdf'):
    """form.pdf with its objects as text, through @change, and its table of places renewed."""
    tool(case, 'qpdf', '--qdf', '--object-streams=disable', 'form.pdf', 'plain.pdf')
    case.write('edited.pdf', change(case.read('plain.pdf')))
    fixed = subprocess.run(['fix-qdf', 'edited.pdf'], cwd=case.folder, capture_output=True, check=True)
    case.write(name, fixed.stdout)
    return name


@test
def report_inside(case):
    """The very bytes, named and related as ISO 32000-2 says, with title, language and outline."""
    need('qpdf', 'pdfdetach', 'pdfinfo')
    make_signed(case)
    tool(case, 'pdfdetach', '-save', '1', '-o', 'inside.xml', 'form.pdf')
    assert case.read('inside.xml') == case.read('signed.xml')
    tool(case, 'qpdf', '--qdf', '--object-streams=disable', 'form.pdf', 'plain.pdf')
    plain = case.read('plain.pdf')
    for words in [b'/AFRelationship /Source', b'/AF [', b'/EmbeddedFiles', b'/Lang (zh-CN)', b'/DisplayDocTitle true',
                  b'/Subtype /application#2fvnd.nianbao.report+xml']:
        assert words in plain or words.replace(b'#2f', b'#2F') in plain, words
    assert b'pdfaid' not in plain
    info = tool(case, 'pdfinfo', 'form.pdf')
    assert re.search(r'Title: +事业单位法人年度报告书（2022年度） ', info), info
    tool(case, 'qpdf', '--check', 'form.pdf')
    # Only the filing copy may show every field.
    case.run('print', 'signed.xml', '-o', 'public.pdf', '--copy', 'publication')
    assert tool(case, 'pdfdetach', '-list', 'public.pdf').startswith('0 embedded files')


@test
def dates(case):
    """The filing date; without one 1 January after the report year."""
    need('pdfinfo')
    case.make_report()
    case.run('set', 'report.xml', 'filing-date=')
    case.run('print', 'report.xml', '-o', 'a.pdf')
    case.run('set', 'report.xml', 'filing-date=2023-03-05')
    case.run('print', 'report.xml', '-o', 'b.pdf')
    assert re.search(r'CreationDate: +Sun Jan +1 00:00:00 2023', tool(case, 'pdfinfo', 'a.pdf'))
    assert re.search(r'ModDate: +Sun Mar +5 00:00:00 2023', tool(case, 'pdfinfo', 'b.pdf'))


@test
def same_bytes(case):
    """Twice, in any language, by one worker or by two."""
    names = [case.make_report(f'{number}.xml') for number in range(4)]
    case.run('set', names[3], 'name=青禾县𠮷田馆')
    case.run('print', *names, '--output-dir', 'first')
    case.run('print', *names, '-o', 'first.pdf')
    runs = [({'LC_ALL': locale}, []) for locale in ('C', 'zh_CN.UTF-8', 'de_DE.UTF-8')] if LOCALES is not None else []
    runs.append(({}, ['taskset', '-c', str(min(os.sched_getaffinity(0)))]))
    for env, wrapper in runs:
        if LOCALES is not None:
            env['LOCPATH'] = str(LOCALES)
        if wrapper and shutil.which('taskset') is None:
            continue
        for target in (['--output-dir', 'again'], ['-o', 'again.pdf']):
            case.run('print', *names, *target, env=env, wrapper=wrapper)
        assert case.read('again.pdf') == case.read('first.pdf'), env
        for name in names:
            pdf = name.replace('xml', 'pdf')
            assert case.path(f'again/{pdf}').read_bytes() == case.path(f'first/{pdf}').read_bytes(), (env, pdf)


@test
def pile(case):
    """One PDF of several reports: a bookmark each, and a bad file does not stop the rest."""
    need('pdfinfo', 'qpdf')
    names = [case.make_report(f'{number}.xml') for number in range(3)]
    case.run('set', '2.xml', 'name=青禾县𠮷田馆')
    case.write('bad.xml', b'\xff')
    answer = case.run('print', names[0], 'bad.xml', names[1], 'none.xml', names[2], '-o', 'all.pdf', status=3)
    assert 'bad.xml' in answer.err and 'none.xml' in answer.err, answer.err
    # A character that the print font lacks is named, with the font that draws it.
    assert re.search(r'2\.xml: .*𠮷（.+）', answer.err), answer.err
    case.run('print', names[0], '-o', 'one.pdf')
    pages = [int(re.search(r'Pages: +(\d+)', tool(case, 'pdfinfo', name)).group(1)) for name in ('one.pdf', 'all.pdf')]
    assert pages[1] == 3 * pages[0]
    titles = []
    for name in ('one.pdf', 'all.pdf'):
        tool(case, 'qpdf', '--qdf', '--object-streams=disable', name, 'plain.pdf')
        titles.append(case.read('plain.pdf').count(b'/Title '))
    # Of the document; of each report and each of its long texts.
    assert titles[0] > 2 and titles[1] == 1 + 3 * (titles[0] - 1), titles
    case.run('verify', 'all.pdf', status=3)


@test
def comes_back(case):
    """A PDF that nobody touched: 0, 6 where the signer is not trusted, 4 where it is not signed."""
    need('pdftotext', 'pdftoppm', 'pdfdetach', 'pdfinfo')
    make_signed(case)
    answer = verify(case, 'form.pdf', 0)
    assert answer['intact'] and answer['pages_proven'] and answer['pictures_compared'] and not problems(answer)
    plain = case.run('verify', 'form.pdf', '--trust', 'trusted.pem')
    assert 'in text and picture' in plain.text
    assert case.run('verify', 'form.pdf', status=6).text.startswith('form.pdf: ')
    # With the sponsor's sentence in print or left to the pen, which the PDF does not say.
    case.run('print', 'signed.xml', '-o', 'pen.pdf', '--opinion', 'blank')
    assert verify(case, 'pen.pdf', 0)['pages_proven']
    case.run('print', 'report.xml', '-o', 'unsigned.pdf')
    assert verify(case, 'unsigned.pdf', 4)['pages_proven']


@test
def chosen_font(case):
    """Made in a font of the office's own: the same text, pages and codes, which any computer confirms; pictures by whoever
    has the font and says so. No font that is not there, or draws the Chinese of another place."""
    need('fc-list', 'pdftotext', 'pdftoppm', 'pdfdetach', 'pdfinfo')
    font = 'Noto Sans CJK SC'
    if font not in tool(case, 'fc-list', '--format', '%{family}\n'):
        raise Skip(f'{font} is not installed')
    make_signed(case)
    case.run('print', 'signed.xml', '-o', 'own.pdf', '--font', font)
    assert case.read('own.pdf') != case.read('form.pdf')
    answer = verify(case, 'own.pdf', 0)
    assert answer['pages_proven'] and not answer['pictures_compared'] and not problems(answer)
    answer = verify(case, 'own.pdf', 0, '--font', font)
    assert answer['pages_proven'] and answer['pictures_compared'] and not problems(answer)
    texts = [re.sub(r'\s', '', tool(case, 'pdftotext', '-raw', name, '-')) for name in ('form.pdf', 'own.pdf')]
    assert texts[0] == texts[1] and '核对码' in texts[0]
    case.run('print', 'signed.xml', 'report.xml', '-o', 'pile.pdf', '--font', font)
    assert len(case.read('pile.pdf')) > len(case.read('own.pdf'))
    for other in ('No Such Font', 'Noto Sans CJK JP'):
        refused = case.run('print', 'signed.xml', '-o', 'none.pdf', '--font', other, status=2)
        assert other in refused.err and not case.path('none.pdf').exists()


@test
def page_swapped(case):
    """A page from an edited version, one too few, one too many: each is named."""
    need('qpdf', 'pdftotext', 'pdftoppm', 'pdfdetach', 'pdfinfo')
    make_signed(case)
    case.run('set', 'report.xml', 'staff-count=99')
    case.run('print', 'report.xml', '-o', 'edited.pdf')
    tool(case, 'qpdf', 'form.pdf', '--pages', 'form.pdf', '1', 'edited.pdf', '2', 'form.pdf', '3-z', '--', 'swapped.pdf')
    answer = verify(case, 'swapped.pdf', 4)
    assert answer['intact'] and problems(answer) == {2: 'page-text'}
    assert 'page 2 shows other text' in case.run('verify', 'swapped.pdf', status=4).text
    records = case.run('verify', 'swapped.pdf', '--plain', status=4).text
    assert '\tpage-text\t' in records
    tool(case, 'qpdf', 'form.pdf', '--pages', 'form.pdf', '1-r2', '--', 'short.pdf')
    last = len(verify(case, 'form.pdf', 0)['pages'])
    assert problems(verify(case, 'short.pdf', 4)) == {last: 'page-missing'}
    tool(case, 'qpdf', 'form.pdf', '--pages', 'form.pdf', '1-z', 'edited.pdf', '2', '--', 'long.pdf')
    assert problems(verify(case, 'long.pdf', 4)) == {last + 1: 'page-extra'}


@test
def painted_over(case):
    """The text is what it was, but something lies over it: the picture tells; where the fonts are not
    the same, it is said that pictures were not compared."""
    need('qpdf', 'fix-qdf', 'pdftotext', 'pdftoppm', 'pdfdetach', 'pdfinfo')
    make_signed(case)

    def paint(plain):
        ends = [match.start() for match in re.finditer(b'endstream', plain)
                if b' Tf\n' in plain[plain.rindex(b'stream\n', 0, match.start()):match.start()]]
        return plain[:ends[1]] + b'1 g 300 300 80 40 re f\n' + plain[ends[1]:]

    answer = verify(case, rewrite(case, paint), 4)
    assert answer['pictures_compared'] and problems(answer) == {2: 'page-picture'}

    def rename(plain):
        return re.sub(rb'(/NianbaoFonts \()[0-9a-f]{8}', rb'\g<1>00000000', plain)

    answer = verify(case, rewrite(case, rename), 0)
    assert answer['pages_proven'] and not answer['pictures_compared']
    assert 'pictures not compared' in case.run('verify', 'changed.pdf', '--trust', 'trusted.pem').text


@test
def data_changed(case):
    """Other data under the same pages: the signature breaks; with other, well signed data the pages tell."""
    need('qpdf', 'pdftotext', 'pdftoppm', 'pdfdetach', 'pdfinfo')
    make_signed(case)
    case.write('report2.xml', case.read('signed.xml').replace('榆川县图书馆'.encode(), '青禾县图书馆'.encode()))
    case.run('set', 'report.xml', 'staff-count=99')
    case.sign('report.xml', 'other.xml')
    for source, intact in (('report2.xml', False), ('other.xml', True)):
        shutil.copy(case.path(source), case.path('x.xml'))
        tool(case, 'qpdf', 'form.pdf', '--remove-attachment=report.xml', 'none.pdf')
        tool(case, 'qpdf', 'none.pdf', '--add-attachment', 'x.xml', '--key=report.xml', '--', 'forged.pdf')
        answer = verify(case, 'forged.pdf', 4)
        assert answer['intact'] == intact and not answer['pages_proven']


@test
def hostile(case):
    """Refused with a sentence, within bounds: nothing or several inside, encrypted, cut short, bombs."""
    need('qpdf', 'fix-qdf', 'pdftotext', 'pdftoppm', 'pdfdetach', 'pdfinfo')
    form = make_signed(case)
    case.write('note.txt', 'n')
    case.write('zeros.xml', b'\0' * (65 << 20))
    tool(case, 'qpdf', 'form.pdf', '--remove-attachment=report.xml', 'none.pdf')
    tool(case, 'qpdf', 'form.pdf', '--add-attachment', 'note.txt', '--', 'two.pdf')
    tool(case, 'qpdf', '--encrypt', '', 'owner', '256', '--', 'form.pdf', 'locked.pdf')
    tool(case, 'qpdf', '--encrypt', 'user', 'owner', '256', '--', 'form.pdf', 'closed.pdf')
    tool(case, 'qpdf', 'none.pdf', '--add-attachment', 'zeros.xml', '--key=report.xml', '--', 'bomb.pdf')
    case.write('short.pdf', form[:len(form) // 2])
    case.write('empty.pdf', b'%PDF-1.7\n')
    rewrite(case, lambda plain: re.sub(rb'595\.276\s+841\.89\b', b'5952760 8418900', plain), 'wide.pdf')
    assert not verify(case, 'wide.pdf', 4)['pages_proven']
    page = zlib.compress(b'BT ' * (10 << 20), 9)
    case.write('deflated.pdf', b'%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]'
               b'/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n'
               b'4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n'
               % (len(page), page))
    expected = {'none': 'no report inside', 'two': 'several files', 'locked': 'encrypted', 'closed': 'damaged',
                'bomb': 'bounds', 'short': '', 'empty': 'damaged', 'deflated': ''}
    for name, words in expected.items():
        answer = case.run('verify', name + '.pdf', '--json', status=3)
        message = json.loads(answer.text)['files'][0]['error']['message']
        assert words in message and answer.err.startswith(name), (name, message)


run_all()
