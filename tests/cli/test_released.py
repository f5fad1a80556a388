#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of every version that was given out still open, say the same and verify. A folder of released/ is never
changed; the release of a version adds its own, as released/README.md says."""
import json
import shutil
import subprocess

from case import ROOT, Skip, add_test, run_all

ROLES = ['legal-representative', 'sponsor', 'registry']


def of_version(folder):
    """The tests of one version: what each is called and does."""
    def draft(case):
        exported = json.loads(case.run('export', folder / 'draft.xml', '--to', 'json').text)
        assert exported == json.loads((folder / 'draft.json').read_text('utf-8'))
        findings = json.loads(case.run('check', folder / 'draft.xml', '--json').text)['files'][0]['findings']
        answers = [one['answer'] for one in findings if one['rule'] == 'R13']
        assert answers == ['开办资金变更正在办理'], answers
        # It can be worked on.
        case.run('set', folder / 'draft.xml', 'staff-count=24', '-o', 'changed.xml')
        changed = json.loads(case.run('export', 'changed.xml', '--to', 'json').text)['reports'][0]['fields']
        assert changed == {**exported['reports'][0]['fields'], 'staff-count': '24'}

    def signed(case):
        exported = json.loads(case.run('export', folder / 'signed.xml', '--to', 'json').text)
        assert exported == json.loads((folder / 'signed.json').read_text('utf-8'))
        verdict = json.loads(case.run('verify', folder / 'signed.xml', '--trust', folder / 'trusted.pem', '--json').text)['files'][0]
        assert verdict['intact'] and [one['role'] for one in verdict['signatures']] == ROLES, verdict
        assert all(one['trusted'] for one in verdict['signatures']), verdict
        case.run('print', folder / 'signed.xml', '-o', 'form.pdf')

    def printed(case):
        if shutil.which('pdfdetach') is None:
            raise Skip('pdfdetach is not installed')
        # A newer version may set the pages in another way; the report inside must not suffer from that.
        verdict = json.loads(case.run('verify', folder / 'signed.pdf', '--trust', folder / 'trusted.pem', '--json',
                                      status=None).text)['files'][0]
        assert verdict['intact'], verdict
        subprocess.run(['pdfdetach', '-save', '1', '-o', case.path('inside.xml'), folder / 'signed.pdf'], check=True,
                       capture_output=True)
        assert case.read('inside.xml') == (folder / 'signed.xml').read_bytes()

    return {'draft': draft, 'signed': signed, 'printed': printed}


VERSIONS = sorted(path for path in (ROOT / 'tests' / 'cli' / 'released').iterdir() if path.is_dir())
assert VERSIONS
for version in VERSIONS:
    for name, function in of_version(version).items():
        add_test(f'{version.name}-{name}', function)

run_all()
