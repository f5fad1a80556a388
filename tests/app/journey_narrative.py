#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A narrative from a report of last year, pasted into an empty report, divided into paragraphs, its run counted on,
its punctuation mended, compared with last year's; then all of it undone again to the same bytes.

usage: journey_narrative.py NIANBAO NIANBAO_CLI LAST_YEAR SEEDS | -     (SEEDS: the narrative of the report in it)
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from desk import Atspi, Desk, act, click, find_button, set_text, states, text_of, type_keys, wait, walk

PROGRAM, CLI, TABLE, SEEDS = sys.argv[1:5]
FIELD, ID, SECTION = '开展业务活动情况', 'activities', 6
# Where the text is copied from: the first field of a section, by its number.
OTHER, OTHER_SECTION = '对《条例》和实施细则有关变更登记规定的执行情况', 5
INVENTED = '''2022年,我馆开展了以下工作。一、开展业务活动情况(一)办好展览,办好讲座。一是办好展览,全年展出四次。二是办好讲座，\
全年举办十二场。三是整理馆藏,登记画作326件;修复旧裱件18件。五是服务学校，接待学生参观64批、2,180人次，开设写生课9期。\
(二)开放场馆。全年免费开放305天，接待观众3.6万人次，观众留言簿上好评较多。二、存在问题。展厅面积较小，大幅作品无法陈列；\
专职讲解员只有2人，节假日人手紧张。三、改进措施。向举办单位申请把后院库房改为展厅，面积约180平方米；从志愿者中选训讲解员6人，\
轮流值班。四、2023年计划。举办展览5次、讲座14场，完成馆藏画作的拍照和编目，继续与学校合办写生课，让更多孩子走进美术馆。'''


def narrative_of(folder):
    """The text to paste, and last year's table; the seed's where it is at hand."""
    if SEEDS == '-':
        return INVENTED, TABLE
    seeds = sorted(pathlib.Path(SEEDS).glob('*.txt'))
    if not seeds:
        print(f'SKIP: no seed report in {SEEDS}', file=sys.stderr)
        sys.exit(77)
    report = pathlib.Path(folder, 'seed.xml')
    subprocess.run([CLI, 'import', seeds[0], '--year', '2022', '-o', report], check=True)
    exported = subprocess.run([CLI, 'export', report, '--to', 'json'], check=True, capture_output=True).stdout
    return json.loads(exported)['reports'][0]['fields'][ID], seeds[0]


def keys(*names):
    for name in names:
        type_keys('key', '--clearmodifiers', name)
        time.sleep(0.2)


def paste(desk, text):
    """Through the clipboard of the program itself: from another field, by keys."""
    other = desk.field(OTHER)
    set_text(other, text)
    keys(f'ctrl+{OTHER_SECTION}')
    wait(lambda: 'focused' in states(other), 'the other field to have the focus')
    keys('ctrl+a', 'ctrl+c')
    set_text(other, '')
    keys(f'ctrl+{SECTION}')
    wait(lambda: 'focused' in states(desk.field(FIELD)), 'the field to have the focus')
    keys('ctrl+e')
    page = desk.page(FIELD)
    wait(lambda: 'focused' in states(page), 'the page to have the focus')
    keys('ctrl+v')
    wait(lambda: text_of(page) == text, 'the pasted text')
    return page


def agree(desk, button):
    """Presses the button of the dialog that shows what would change."""
    dialog = wait(lambda: next((n for n in walk(desk.application)
                                if n.get_role_name() in ('dialog', 'alert') and find_button(n, button)), None),
                  f'the dialog with {button}')
    click(dialog, button)


def label_with(desk, part):
    return wait(lambda: next((n for n in walk(desk.application)
                              if n.get_role_name() == 'label' and part in (n.get_name() or '')), None),
                f'the words {part}')


def repair(desk, page):
    act(desk.frame(), 'win.restore-paragraphs')
    agree(desk, 'Restore')
    wait(lambda: '\n一、' in text_of(page), 'paragraphs')
    divided = text_of(page)

    gap = divided.index('五是')
    desk.place_cursor(gap + 1)
    wait(lambda: '五是' in page.get_description(), 'what stands at the cursor')
    act(desk.frame(), 'win.renumber')
    agree(desk, 'Renumber')
    wait(lambda: text_of(page)[gap:gap + 2] == '四是', 'the run to count on')

    counted = text_of(page)
    comma = re.search('[\u4e00-\u9fff],[\u4e00-\u9fff]', counted).start() + 1
    desk.place_cursor(comma)
    wait(lambda: Atspi.Text.get_caret_offset(page) == comma, 'the cursor at the comma')
    act(desk.frame(), 'win.show-finding')
    click(page, 'Fix All…')
    agree(desk, 'Fix All')
    wait(lambda: not re.search('[\u4e00-\u9fff],[\u4e00-\u9fff]', text_of(page)), 'the punctuation')
    assert len(text_of(page)) == len(counted)


def compare(desk, table):
    act(desk.frame(), 'win.compare-last-year')
    desk.choose_file(table)
    time.sleep(1)
    act(desk.frame(), 'win.compare-text')
    label_with(desk, 'unchanged')
    act(desk.frame(), 'win.compare-text')


def undo_all(desk):
    """Until there is nothing to undo: the action is off then. The page is left where the other field was changed."""
    for _ in range(40):
        try:
            act(desk.frame(), 'win.undo')
        except ValueError:
            break
        time.sleep(0.2)
    wait(lambda: text_of(desk.field(FIELD)) == '', 'an empty field')
    act(desk.frame(), 'win.save')


def main():
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, 'report.xml')
        subprocess.run([CLI, 'new', '--year', '2022', '-o', report], check=True)
        text, table = narrative_of(folder)
        before = report.read_bytes()
        with Desk(PROGRAM, report) as desk:
            page = paste(desk, text)
            repair(desk, page)
            compare(desk, table)
            act(desk.frame(), 'win.save')
            wait(lambda: report.read_bytes() != before, 'the file to be saved')
            undo_all(desk)
            wait(lambda: report.read_bytes() == before, 'the same bytes as at the beginning')
            desk.end()


main()
