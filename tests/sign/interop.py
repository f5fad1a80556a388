#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our signatures in the hands of others, and theirs beside ours.

usage: interop.py NIANBAO_CLI MAKE_HOSTILE BUILD_FOLDER

1. The matrix: files of one to four signers with RSA, P-256 and SM2, verified by the xmlsec1 command, the JDK, npm's
   xml-crypto (SM2: sm-crypto) and Apache Santuario (SM2: BouncyCastle). All must say yes.
2. Whatever we call intact among the hostile files, they must too.

npm packages are fetched into BUILD_FOLDER; a verifier that is not at hand is left out, loudly.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

CLI, MAKER, BUILD = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
HERE = pathlib.Path(__file__).parent
NPM_PACKAGES = ['xml-crypto@6.3.2', 'sm-crypto@0.5.8']
JARS = [pathlib.Path('/usr/share/java', name) for name in ('bcprov.jar', 'xmlsec.jar', 'slf4j-api.jar')]
KEYS = ('rsa', 'ecdsa', 'sm2')
REPORT = 'urn:nianbao:report:1'
DSIG = 'http://www.w3.org/2000/09/xmldsig#'
XADES = 'http://uri.etsi.org/01903/v1.3.2#'
LARGE = 1024 * 1024  # bytes; with more some of the others take minutes


def answers(command, **more):
    """What a verifier says of each file: {path: [bool, …]}; a file that it cannot read: [False]."""
    said = {}
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=300, **more).stdout
    for line in output.splitlines():
        path, _, word = line.split(' ')[:3]
        said.setdefault(path, []).append(word == 'yes')
    return said


def by_list(command, paths, **more):
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as names:
        names.write(''.join(f'{path}\n' for path in paths))
        names.flush()
        return answers([*command, names.name], **more)


class Xmlsec:
    name, keys = 'xmlsec1', ('rsa', 'ecdsa')

    def missing(self):
        return None if shutil.which('xmlsec1') else 'xmlsec1 is not installed'

    def verify(self, paths):
        ids = [f'{REPORT}:report', f'{REPORT}:opinion', f'{REPORT}:registration', f'{DSIG}:SignatureValue',
               f'{XADES}:SignedProperties']
        said = {}
        for path in paths:
            for position in range(1, path.read_bytes().count(b'<ds:Signature ') + 1):
                command = ['xmlsec1', '--verify', '--insecure', '--enabled-key-data', 'x509']
                for name in ids:
                    command += ['--id-attr:Id', name]
                command += ['--node-xpath', f"(//*[local-name()='Signature'])[{position}]", path]
                done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                said.setdefault(str(path), []).append(done.returncode == 0)
        return said


class Jdk:
    name, keys = 'JDK', ('rsa', 'ecdsa')

    def missing(self):
        return None if shutil.which('java') else 'no JDK is installed'

    def verify(self, paths):
        return answers(['java', HERE / 'VerifySignatures.java', *paths])


class XmlCrypto:
    name, keys = 'xml-crypto', KEYS

    def missing(self):
        if not shutil.which('npm'):
            return 'npm is not installed'
        if not (BUILD / 'npm' / 'node_modules' / 'sm-crypto').is_dir():
            fetched = subprocess.run(['npm', 'install', '--no-audit', '--no-fund', '--prefix', BUILD / 'npm', *NPM_PACKAGES],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
            if fetched.returncode != 0:
                return 'the npm packages cannot be fetched'
        return None

    def verify(self, paths):
        return by_list(['node', HERE / 'verify-signatures.cjs'], paths,
                       env={**os.environ, 'NODE_PATH': str(BUILD / 'npm' / 'node_modules')})


class Santuario:
    name, keys = 'Santuario+BC', KEYS

    def missing(self):
        if not shutil.which('java'):
            return 'no JDK is installed'
        absent = [jar.name for jar in JARS if not jar.exists()]
        return f'not installed: {", ".join(absent)} (libbcprov-java, libxml-security-java)' if absent else None

    def verify(self, paths):
        return by_list(['java', '-cp', ':'.join(map(str, JARS)), HERE / 'VerifyWithSantuario.java'], paths,
                       stderr=subprocess.DEVNULL)


def key_of(path):
    return 'sm2' if b'#sm2-sm3' in path.read_bytes() or b'#ecsm2-sm3' in path.read_bytes() else 'rsa'


def matrix(number, verifier, folder):
    good = True
    for key in KEYS:
        if key not in verifier.keys:
            print(f'# {verifier.name:14} {key:6} does not know SM2')
            continue
        paths = [folder / f'harmless-{key}-{signers}.xml' for signers in range(1, 5)]
        said = verifier.verify(paths)
        row = [said.get(str(path)) == [True] * signers for signers, path in enumerate(paths, 1)]
        print(f'# {verifier.name:14} {key:6} ' + ' '.join('yes' if cell else 'NO ' for cell in row))
        good = good and all(row)
    print(f'{"" if good else "not "}ok {number} matrix {verifier.name}', flush=True)


def differential(number, verifier, folder, cases):
    intact = [folder / f'{name}.xml' for name, status, _ in cases if status in '06']
    intact = [path for path in intact
              if path.stat().st_size < LARGE and ('sm2' in verifier.keys or key_of(path) != 'sm2')]
    said = verifier.verify(intact)
    refused = [path.stem for path in intact if not all(said.get(str(path), [False]))]
    for name in refused:
        print(f'# {verifier.name} refuses {name}, which we call intact')
    print(f'{"not " if refused else ""}ok {number} intact-there-too {verifier.name} ({len(intact)} files)', flush=True)


def main():
    verifiers = [Xmlsec(), Jdk(), XmlCrypto(), Santuario()]
    print(f'1..{2 * len(verifiers)}')
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([MAKER, folder, '--light'], check=True)
        cases = [line.split('\t') for line in (folder / 'cases.tsv').read_text('utf-8').splitlines()]
        print('# signers               1   2   3   4')
        for index, verifier in enumerate(verifiers):
            why = verifier.missing()
            if why:
                print(f'# NOT RUN: {verifier.name}: {why}')
                print(f'ok {2 * index + 1} matrix {verifier.name} # SKIP {why}')
                print(f'ok {2 * index + 2} intact-there-too {verifier.name} # SKIP {why}', flush=True)
                continue
            matrix(2 * index + 1, verifier, folder)
            differential(2 * index + 2, verifier, folder, cases)


main()
