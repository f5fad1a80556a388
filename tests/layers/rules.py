#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that a compiler does not see, one TAP test each.

usage: rules.py SOURCE_ROOT BUILD_ROOT
"""
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree

# What tests of several rooms share lies above them.
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

ROOT = pathlib.Path(sys.argv[1])
BUILD = pathlib.Path(sys.argv[2])
ROOMS = {'base': set(), 'text': {'base'}, 'xml': {'base'}, 'form': {'base', 'xml'}}
ROOMS['report'] = ROOMS['form'] | {'form', 'text'}
ROOMS['check'] = ROOMS['page'] = ROOMS['file'] = ROOMS['report'] | {'report'}
ROOMS['sign'] = ROOMS['xml'] | {'xml'}
ROOMS['job'] = set(ROOMS)
LINES_AT_MOST = 450
TEXT_FILES = {'.c', '.h', '.py', '.sh', '.build', '.ui', '.xml', '.xsd', '.its', '.loc', '.in', '.css', '.po', '.java'}
TOP_LEVEL = {'meson.build', 'README.md', 'src', 'data', 'po', 'tests', 'flatpak', 'dev', 'COPYING'}


def tracked():
    """Every file of the project: what git knows, or outside a checkout what lies there."""
    try:
        listing = subprocess.run(['git', '-C', ROOT, 'ls-files', '-co', '--exclude-standard'], check=True,
                                 capture_output=True, text=True).stdout
        names = [ROOT / line for line in listing.splitlines()]
    except (OSError, subprocess.CalledProcessError):
        names = [path for path in ROOT.rglob('*') if not path.is_relative_to(BUILD)]
    return sorted(path for path in names if path.is_file())


FILES = tracked()


def under(*parts, suffixes=('.c', '.h')):
    folder = ROOT.joinpath(*parts)
    return [path for path in FILES if path.is_relative_to(folder) and path.suffix in suffixes]


def matches(paths, pattern, what):
    """The lines of paths that the pattern finds, as faults."""
    expression = re.compile(pattern)
    for path in paths:
        for number, line in enumerate(path.read_text('utf-8').splitlines(), 1):
            if expression.search(line):
                yield f'{path.relative_to(ROOT)}:{number}: {what}: {line.strip()}'


def room_of(path):
    parts = path.relative_to(ROOT / 'src').parts
    return parts[1] if parts[0] == 'core' else parts[0]


def top_level_is_fixed():
    """Nothing at the top but what the customer named."""
    for name in sorted({path.relative_to(ROOT).parts[0] for path in FILES}):
        if name not in TOP_LEVEL and not name.startswith('.'):
            yield f'{name}: not one of the top-level names'


def every_file_has_a_licence():
    """An SPDX line in the first lines of every text file."""
    for path in FILES:
        if path.suffix in TEXT_FILES and path.relative_to(ROOT).parts[:2] not in {('tests', 'data')}:
            head = '\n'.join(path.read_text('utf-8').splitlines()[:5])
            if 'SPDX-License-Identifier: GPL-3.0-or-later' not in head and not is_case(path):
                yield f'{path.relative_to(ROOT)}: no SPDX line'


def is_case(path):
    """Inputs of tests and reports are data: a comment in them would change what they say."""
    parts = path.relative_to(ROOT).parts
    return (parts[0] == 'tests' and len(parts) > 3) or parts[:2] == ('data', 'samples')


def includes_stay_in_their_rooms():
    """No ../ in an include; a private header stays in its room; arrows run down only."""
    homes = {path.name: room_of(path) for path in under('src', suffixes=('.h',))}
    for path in under('src'):
        room = room_of(path)
        for number, line in enumerate(path.read_text('utf-8').splitlines(), 1):
            found = re.match(r'#include "([^"]+)"', line)
            if not found:
                continue
            name, place = found.group(1), f'{path.relative_to(ROOT)}:{number}'
            home = homes.get(pathlib.PurePath(name).name, room)
            if '..' in name:
                yield f'{place}: climbs out of its room: {name}'
            elif home != room and '-private.h' in name:
                yield f'{place}: private header of {home}: {name}'
            elif home != room and room in ROOMS and home not in ROOMS[room]:
                yield f'{place}: arrow from {room} up to {home}: {name}'


def core_is_quiet():
    """Core prints nothing, reads no environment and no clock, and only job opens files by name."""
    core = under('src', 'core')
    yield from matches(core, r'\bnb_ui_|gtk/gtk\.h|adwaita\.h', 'the editor in core')
    yield from matches(core, r'\bg_print|\bprintf \(|\bfprintf|\bputs \(', 'core prints')
    yield from matches(core, r'\bgetenv|\bg_getenv|g_get_environ', 'core reads the environment')
    yield from matches(core, r'g_get_real_time|\btime \(NULL|g_get_monotonic_time|new_now', 'core reads the clock')
    no_job = [path for path in core if room_of(path) != 'job']
    yield from matches(no_job, r'\bfopen \(|g_file_get_contents|g_file_set_contents|g_file_new_for', 'core opens a file')


def names_say_something():
    """Core is nb_, the editor nb_ui_, the command line cmd_ or cli_; no file is named for nothing."""
    for path in under('src'):
        if re.search(r'(utils?|misc|helpers?|common)\.[ch]$', path.name):
            yield f'{path.relative_to(ROOT)}: named for nothing'
    for path in under('src', 'core', suffixes=('.h',)):
        if not path.name.startswith('nb-') or path.name.startswith('nb-ui-'):
            yield f'{path.relative_to(ROOT)}: a header of core is nb-…'
    for path in under('src', 'app'):
        if not path.name.startswith('nb-ui-') and path.name != 'main.c':
            yield f'{path.relative_to(ROOT)}: a file of the editor is nb-ui-…'
    yield from matches(under('src', 'cli'), r'G_DEFINE_(FINAL_)?TYPE|G_DECLARE_', 'the command line defines a type')


def editor_knows_no_field():
    """What a report asks comes from the form; a field's id in the editor is a defect."""
    ids = set()
    for path in (ROOT / 'data' / 'forms').glob('*/fields.xml'):
        ids |= {node.get('id') for node in tree.parse(path).iter('{urn:nianbao:form:1}field')}
    # Ids that are plain English words mean other things too.
    telling = sorted(ids - {'name', 'year', 'phone', 'address', 'purpose', 'activities', 'performance'})
    pattern = '"(' + '|'.join(map(re.escape, telling)) + ')"'
    yield from matches(under('src', 'app'), pattern, 'a field id in the editor')


def files_are_short():
    """A file of more lines than this wants to be two."""
    for path in under('src'):
        lines = len(path.read_text('utf-8').splitlines())
        if lines > LINES_AT_MOST:
            yield f'{path.relative_to(ROOT)}: {lines} lines'


def nothing_is_left_behind():
    """No unfinished place, and no path of one machine."""
    sources = under('src') + under('tests') + under('data', suffixes=('.xml', '.in', '.md'))
    yield from matches(sources, r'\b(TODO|FIXME|XXX|HACK)\b(?!X)', 'unfinished')
    everything = [path for path in FILES if path.suffix in TEXT_FILES | {'.md', ''} and path.name != 'rules.py']
    yield from matches([p for p in everything if is_text(p)], r'/work/|/tmp/wt|/root/', 'a path of one machine')


def is_text(path):
    return b'\0' not in path.read_bytes()[:4096]


def layout_is_the_house_s():
    """clang-format would change nothing; the one of Debian 12, since each version lays out a little differently."""
    if shutil.which('clang-format') is None:
        raise LookupError('clang-format is not installed')
    version = subprocess.run(['clang-format', '--version'], capture_output=True, text=True, check=True).stdout.strip()
    if ' version 14.' not in version:
        raise LookupError(f'{version} is not 14')
    sources = [str(path) for path in FILES if path.suffix in {'.c', '.h'}]
    result = subprocess.run(['clang-format', '--dry-run', *sources], capture_output=True, text=True, check=False)
    for line in result.stderr.splitlines():
        if 'code should be clang-formatted' in line:
            yield str(line).replace(str(ROOT) + '/', '')


def headers_stand_alone():
    """Every header compiles by itself, without a warning, with what its room may see."""
    commands = {}
    for entry in json.loads((BUILD / 'compile_commands.json').read_text()):
        path = (pathlib.Path(entry['directory']) / entry['file']).resolve()
        if path.is_relative_to(ROOT / 'src'):
            commands.setdefault(path.parent, entry)
    for header in under('src', suffixes=('.h',)):
        entry = commands.get(header.parent) or commands.get(header.parent.parent)
        if entry is None:
            yield f'{header.relative_to(ROOT)}: in no room'
            continue
        words = shlex.split(entry['command'])
        if pathlib.PurePath(words[0]).name == 'ccache':
            del words[0]
        keep = [words[0]] + [word for word in words[1:] if re.match(r'-[IDWf]|-std', word) and 'sanitize' not in word]
        result = subprocess.run(keep + ['-Wno-pragma-once-outside-header', '-Werror', '-fsyntax-only', '-include',
                                        str(header), '-x', 'c', '/dev/null'],
                                cwd=entry['directory'], capture_output=True, text=True, check=False)
        if result.returncode != 0:
            yield f'{header.relative_to(ROOT)}: {result.stderr.strip().splitlines()[0]}'


def tests_have_names_of_their_own():
    """Meson 1.0 ends with an assertion where two tests that speak TAP have one name, whatever their suites."""
    names = [test['name'] for test in json.loads((BUILD / 'meson-info' / 'intro-tests.json').read_text())]
    yield from (f'{name} is the name of several tests' for name in sorted({n for n in names if names.count(n) > 1}))


RULES = [top_level_is_fixed, every_file_has_a_licence, includes_stay_in_their_rooms, core_is_quiet,
         names_say_something, editor_knows_no_field, files_are_short, nothing_is_left_behind,
         layout_is_the_house_s, headers_stand_alone, tests_have_names_of_their_own]


tap.run((tap.name_of(test), test()) for test in RULES)
