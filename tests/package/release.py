#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must agree when a release is made, and what the desktop's validators say at their strictest; one TAP test each.

usage: release.py SOURCE_ROOT BUILD_ROOT
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

# What tests of several rooms share lies above them.
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

ROOT = pathlib.Path(sys.argv[1])
BUILD = pathlib.Path(sys.argv[2])
APPLICATION = 'io.github.nianbao.Nianbao'
SANDBOX = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}


def read(*parts):
    return ROOT.joinpath(*parts).read_text('utf-8')


def metainfo():
    return tree.parse(BUILD / 'data' / f'{APPLICATION}.metainfo.xml').getroot()


def one_version():
    """meson.build, the package's changelog and the newest release of the metainfo say the same."""
    version = re.search(r"version: '([^']+)'", read('meson.build'))[1]
    package = re.match(r'nianbao \((.+)-[0-9.]+\)', read('data', 'debian', 'changelog'))[1]
    if package != version:
        yield f'data/debian/changelog: {package}, meson.build: {version}'
    releases = metainfo().findall('releases/release')
    if releases[0].get('version') != version:
        yield f"metainfo: {releases[0].get('version')}, meson.build: {version}"
    days = [release.get('date') for release in releases]
    if days != sorted(days, reverse=True):
        yield 'metainfo: the newest release does not come first'


def debian_builds_with_what_dev_installs():
    """Each -dev package that ./dev installs is a build dependency of the package, and the other way round."""
    words = set(re.findall(r'\S+-dev\b', re.search(r"build_packages='([^']+)'", read('dev'))[1])) - {'libc6-dev'}
    control = read('data', 'debian', 'control').split('\n\n')[0]
    wanted = set(re.findall(r'^ (\S+-dev)\b', control, re.M))
    yield from (f'data/debian/control: {name} is missing' for name in sorted(words - wanted))
    yield from (f'dev: {name} is missing' for name in sorted(wanted - words))


def flatpak_asks_for_little():
    """No network, no files, every source pinned, the tests run in the build."""
    manifest = json.loads(read('flatpak', f'{APPLICATION}.json'))
    if set(manifest['finish-args']) != SANDBOX:
        yield f"finish-args: {manifest['finish-args']}"
    for module in manifest['modules']:
        for source in module['sources']:
            if source['type'] != 'dir' and not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
                yield f"{module['name']}: a source without a checksum"
    if not manifest['modules'][-1].get('run-tests'):
        yield 'the tests do not run in the build'


def pictures_are_there():
    """The metainfo shows 3 to 6 pictures that exist, none larger than 1000 x 700, each with its caption."""
    shown = metainfo().findall('screenshots/screenshot')
    if not 3 <= len(shown) <= 6:
        yield f'{len(shown)} pictures'
    for picture in shown:
        name = picture.findtext('image').split('/main/')[-1]
        path = ROOT / name
        if not path.is_file():
            yield f'{name} does not exist'
            continue
        header = path.read_bytes()[:24]
        size = int.from_bytes(header[16:20], 'big'), int.from_bytes(header[20:24], 'big')
        if header[1:4] != b'PNG' or size[0] > 1000 or size[1] > 700:
            yield f'{name}: {size[0]} x {size[1]}'
        caption = picture.findtext('caption') or ''
        if not caption or caption.endswith('.'):
            yield f'{name}: a caption is one sentence without full stop'


def listing_is_short():
    """Name, summary and keywords as the shops of programs want them."""
    root = metainfo()
    if len(root.findtext('name')) > 15:
        yield 'the name is longer than 15 characters'
    if not 10 <= len(root.findtext('summary')) <= 35:
        yield 'the summary is not of 10 to 35 characters'
    if not 3 <= len(root.findall('description/p[1]/..')[0].findall('p')) + len(root.findall('description/ul')) <= 6:
        yield 'the description has not 3 to 6 paragraphs'
    colours = [colour.text for colour in root.findall('branding/color')]
    if len(set(colours)) != 2:
        yield f'brand colours: {colours}'
    desktop = (BUILD / 'data' / f'{APPLICATION}.desktop').read_text('utf-8')
    for key in ('Name', 'Comment', 'GenericName', 'Keywords'):
        if f'\n{key}[zh_CN]=' not in desktop:
            yield f'desktop file: {key} is not there in Chinese'


def run_validator(name, *words):
    if shutil.which(name) is None:
        raise LookupError(f'{name} is not installed')
    result = subprocess.run([name, *map(str, words)], capture_output=True, text=True, check=False)
    if result.returncode != 0 or 'warning' in result.stderr.lower():
        yield from (result.stdout + result.stderr).splitlines()


def metainfo_is_valid():
    """Strict: whatever is more than pedantic fails. (The id has capitals, which is pedantic, and ours to keep.)"""
    if shutil.which('appstreamcli') is None:
        raise LookupError('appstreamcli is not installed')
    words = ['validate', '--strict', '--pedantic', '--no-net']
    version = subprocess.run(['appstreamcli', '--version'], capture_output=True, text=True, check=True).stdout
    # <developer> is younger than the one validator, <developer_name> too old for the other; each needs its own.
    old = re.search(r' 0\.', version)
    words.append('--override=' + ('unknown-tag' if old else 'developer-name-tag-deprecated') + '=pedantic')
    yield from run_validator('appstreamcli', *words, BUILD / 'data' / f'{APPLICATION}.metainfo.xml')


def desktop_file_is_valid():
    if shutil.which('desktop-file-validate') is None:
        raise LookupError('desktop-file-validate is not installed')
    result = subprocess.run(['desktop-file-validate', '--warn-kde', BUILD / 'data' / f'{APPLICATION}.desktop'],
                            capture_output=True, text=True, check=False)
    yield from (result.stdout + result.stderr).splitlines()


def settings_are_valid():
    yield from run_validator('glib-compile-schemas', '--strict', '--dry-run', ROOT / 'data')


def file_type_is_known():
    """The desktop's database takes the type and knows our files by their root element."""
    if shutil.which('update-mime-database') is None:
        raise LookupError('shared-mime-info is not installed')
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder, 'packages')
        packages.mkdir()
        shutil.copy(ROOT / 'data' / 'mime' / f'{APPLICATION}.xml', packages)
        result = subprocess.run(['update-mime-database', folder], capture_output=True, text=True, check=True)
        yield from (line for line in result.stderr.splitlines() if 'io.github.nianbao' in line)
        spaces = pathlib.Path(folder, 'XMLnamespaces').read_text('utf-8')
        if 'urn:nianbao:report:1 package application/vnd.nianbao.report+xml' not in spaces:
            yield spaces


def icons_are_drawn():
    """Both icons are SVG with a square canvas; the symbolic one has no colour of its own but the placeholder."""
    for suffix, size in (('', 128), ('-symbolic', 16)):
        root = tree.parse(ROOT / 'data' / 'icons' / f'{APPLICATION}{suffix}.svg').getroot()
        box = root.get('viewBox', f"0 0 {root.get('width')} {root.get('height')}").split()
        if [float(number) for number in box] != [0, 0, size, size]:
            yield f'icon{suffix}: {box}'


def scripts_are_clean():
    """The shell finds nothing to say about the scripts."""
    if shutil.which('shellcheck') is None:
        raise LookupError('shellcheck is not installed')
    scripts = [ROOT / 'dev', ROOT / '.ci' / 'run', *ROOT.glob('flatpak/*.sh'), *ROOT.glob('tests/**/*.sh'),
               *ROOT.glob('data/**/*.sh')]
    yield from run_validator('shellcheck', *scripts)


TESTS = [one_version, debian_builds_with_what_dev_installs, flatpak_asks_for_little, pictures_are_there, listing_is_short,
         metainfo_is_valid, desktop_file_is_valid, settings_are_valid, file_type_is_known, icons_are_drawn,
         scripts_are_clean]


tap.run((tap.name_of(test), test()) for test in TESTS)
