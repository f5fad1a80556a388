#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the desktop's database takes our file type and knows it by its root element.

usage: mime.py MIME_XML
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

if shutil.which('update-mime-database') is None:
    print('SKIP: shared-mime-info is not installed', file=sys.stderr)
    sys.exit(77)
with tempfile.TemporaryDirectory() as folder:
    packages = pathlib.Path(folder, 'packages')
    packages.mkdir()
    shutil.copy(sys.argv[1], packages)
    result = subprocess.run(['update-mime-database', folder], capture_output=True, text=True, check=True)
    complaints = [line for line in result.stderr.splitlines() if 'io.github.nianbao' in line]
    assert not complaints, complaints
    spaces = pathlib.Path(folder, 'XMLnamespaces').read_text('utf-8')
    assert 'urn:nianbao:report:1 package application/vnd.nianbao.report+xml' in spaces, spaces
