#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other people's vectors: the engine passes them with our policy off, the product refuses them.

usage: vectors.py NIANBAO_CLI ENGINE BUILD_FOLDER

merlin, phaos and aleksey come with Debian's source package xmlsec1, Santuario's with libxml-security-java (of this
release, or of the next where a mirror lacks it); both are fetched by apt into BUILD_FOLDER. Without the network this is
left out, loudly.
"""
import os
import pathlib
import re
import subprocess
import sys

CLI, ENGINE = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:3])
BUILD = pathlib.Path(sys.argv[3]).resolve() / 'vectors'
KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'
DSIG = 'http://www.w3.org/2000/09/xmldsig#'
FAMILIES = ('merlin-', 'phaos-', 'aleksey-', 'xmldsig2ed-')
NOT_SIGNATURES = ('merlin-xmlenc-five',)  # they encrypt


def apt(*arguments, cwd=BUILD):
    options = {'Dir::Etc::sourcelist': BUILD / 'sources.list', 'Dir::Etc::sourceparts': '/dev/null',
               'Dir::State::lists': BUILD / 'lists', 'Dir::Cache': BUILD / 'cache', 'Acquire::Retries': '1'}
    command = ['apt-get', '-q'] + [word for key, value in options.items() for word in ('-o', f'{key}={value}')]
    return subprocess.run([*command, *arguments], cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=600,
                          text=True).returncode == 0


def codename():
    text = pathlib.Path('/etc/os-release').read_text('utf-8')
    return re.search(r'^VERSION_CODENAME=(\S+)', text, re.M).group(1) if 'ID=debian' in text else 'bookworm'


def use_release(release):
    (BUILD / 'sources.list').write_text(f'deb-src [signed-by={KEYRING}] http://deb.debian.org/debian {release} main\n')
    return apt('update')


def fetch(package, next_release=None):
    """The unpacked source package, without Debian's part where only NEXT_RELEASE has it, or None."""
    for folder in BUILD.glob(f'{package}-*/'):
        return folder
    for below in ('lists/partial', 'cache/archives/partial'):
        (BUILD / below).mkdir(parents=True, exist_ok=True)
    if use_release(codename()) and apt('source', package):
        return next(iter(BUILD.glob(f'{package}-*/')), None)
    if not next_release or not use_release(next_release) or not apt('source', '--tar-only', package):
        return None
    folder = BUILD / f'{package}-{next_release}'
    folder.mkdir()
    for archive in BUILD.glob(f'{package}_*.orig.tar.*'):
        subprocess.run(['tar', '-xf', archive, '-C', folder, '--strip-components=1'], check=True)
    return folder


def suite_calls(tests):
    """What xmlsec's testDSig.sh would run: (expected, folder, name, transforms, key data, options) each."""
    script = 'execDSigTest () { printf "%s\\0" "$1" "$2" "$3" "$4" "$5" "$6"; printf "\\n\\0"; }; . ./testDSig.sh'
    env = {**os.environ, 'topfolder': str(tests), 'res_success': 'success', 'res_fail': 'fail', 'file_format': 'der',
           'cert_format': 'der', 'pub_key_format': 'der', 'priv_key_option': '--pkcs12', 'priv_key_format': 'p12',
           'logfile': '/dev/null', 'crypto': 'openssl'}
    output = subprocess.run(['bash', '-c', script], cwd=tests, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                            text=True).stdout
    for record in output.split('\n\0'):
        parts = record.split('\n')[-1].split('\0')
        if len(parts) >= 6 and parts[0] in ('success', 'fail'):
            yield parts[:6]


def engine_says(cwd, transforms, options, path):
    done = subprocess.run([ENGINE, transforms, *options.split(), path], cwd=cwd, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, timeout=60, text=True)
    return done.returncode, done.stderr.strip()


def product_refuses(path):
    """As it is, and its signature in the place of ours."""
    alone = subprocess.run([CLI, 'verify', path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60).returncode
    text = pathlib.Path(path).read_text('utf-8', errors='replace')
    found = re.search(r'<(\w+:)?Signature\b.*</(\w+:)?Signature\s*>', text, re.S)
    if not found:
        return alone in (3, 4)
    signature = found.group(0)
    if f'xmlns="{DSIG}"' not in signature and f'="{DSIG}"' not in signature:
        signature = signature.replace('<Signature', f'<Signature xmlns="{DSIG}"', 1)
    package = ('<package xmlns="urn:nianbao:report:1">\n<report Id="report" form="annual-report" edition="2014" '
               f'registry="national" revision="1" digest="{"0" * 64}">\n<fields>\n<field name="year">2025</field>\n</fields>\n'
               f'</report>\n<signatures>\n{signature}\n</signatures>\n</package>\n')
    inside = subprocess.run([CLI, 'verify', '-'], input=package.encode(), stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL, timeout=60).returncode
    return alone in (3, 4) and inside in (3, 4)


class Tap:
    def __init__(self):
        self.number = 0

    def say(self, good, name, note=''):
        self.number += 1
        print(f'{"" if good else "not "}ok {self.number} {name}{note}', flush=True)


def run_xmlsec(tap):
    source = fetch('xmlsec1')
    if source is None:
        print('# NOT RUN: merlin, phaos and aleksey: the source package xmlsec1 cannot be fetched')
        return tap.say(True, 'xmlsec1', ' # SKIP no network')
    tests = source / 'tests'
    refused = set()
    for expected, folder, name, transforms, _, options in suite_calls(tests):
        label = f'{folder}/{name}' if folder else name
        if not label.startswith(FAMILIES) or label.startswith(NOT_SIGNATURES):
            continue
        cwd = tests / folder if folder else tests
        path = str(cwd / f'{name}.xml')
        if not pathlib.Path(path).exists():
            tap.say(True, label, ' # SKIP the suite names a file that it does not hold')
            continue
        status, why = engine_says(cwd, transforms, options, f'{name}.xml' if folder else path)
        if status == 77:
            tap.say(True, label, f' # SKIP the engine lacks one of: {transforms}')
            continue
        good = status == (0 if expected == 'success' else 1)
        if not good:
            print(f'# {label}: {status} instead of {expected}: {why}')
        tap.say(good, label)
        refused.add(path)
    faults = [path for path in sorted(refused) if not product_refuses(path)]
    for path in faults:
        print(f'# the product does not refuse {path}')
    tap.say(not faults and refused, f'product-refuses-{len(refused)}-vectors')


def run_santuario(tap):
    source, suite = fetch('libxml-security-java', 'trixie'), fetch('xmlsec1')
    if source is None or suite is None:
        print("# NOT RUN: Santuario's vectors: the source package libxml-security-java cannot be fetched")
        return tap.say(True, 'santuario', ' # SKIP not to be had')
    # Its copies of merlin and phaos, with the keys that xmlsec's suite names for them.
    for expected, folder, name, transforms, _, options in suite_calls(suite / 'tests'):
        home = suite / 'tests' / folder
        options = ' '.join(str(home / word) if (home / word).exists() else word for word in options.split())
        for cwd in source.rglob(folder) if folder else ():
            if expected == 'success' and (cwd / f'{name}.xml').exists() and not folder.startswith(NOT_SIGNATURES):
                status, why = engine_says(cwd, transforms, options, f'{name}.xml')
                if status != 0:
                    print(f'# {cwd}/{name}: {status}: {why}')
                tap.say(status == 0, f'santuario/{folder}/{name}')
    # The interoperability files of XML Signature 1.1 that carry their key; of elliptic keys xmlsec 1.2 reads none.
    for path in sorted(source.rglob('xmldsig11/**/*.xml')):
        if 'rsa' in path.name or 'dsa_1024' in path.name:
            status, why = engine_says(path.parent, '', '', path.name)
            tap.say(status == 0, f'santuario/{path.parent.name}/{path.name}', f' # {why}' if why else '')
    vectors = [path for path in source.rglob('*.xml') if f'"{DSIG}"'.encode() in path.read_bytes()]
    faults = [path for path in vectors if not product_refuses(path)]
    for path in faults:
        print(f'# the product does not refuse {path}')
    tap.say(not faults and vectors, f'product-refuses-{len(vectors)}-vectors-of-santuario')


def main():
    tap = Tap()
    BUILD.mkdir(parents=True, exist_ok=True)
    run_xmlsec(tap)
    run_santuario(tap)
    print(f'1..{tap.number}')


main()
