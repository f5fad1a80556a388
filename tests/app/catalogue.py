# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of the program for translators, as the build extracts them; for the tests of translations."""
import os
import re
import subprocess

KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')


def run(root, *command, **options):
    """Runs a tool of gettext in the source folder, with our ITS rules."""
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='', GETTEXTDATADIRS=str(root / 'po'))
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False,
                          env=environment, cwd=root, **options)


def listed(root):
    """What po/POTFILES lists."""
    lines = (root / 'po' / 'POTFILES').read_text('utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def languages(root):
    lines = (root / 'po' / 'LINGUAS').read_text('utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def extract(root, pot):
    """Writes the texts of all listed files to pot, as the build does."""
    result = run(root, 'xgettext', '--from-code=UTF-8', '--add-comments', '--files-from=-', '-o', pot,
                 *(f'--keyword={word}' for word in KEYWORDS), input='\n'.join(listed(root)))
    if result.returncode != 0:
        raise RuntimeError(result.stderr)


def unquote(text):
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m[1], m[1]), text)


def entries(root, po):
    """The entries of a .po file: dicts of msgctxt, msgid, msgid_plural, msgstr (of the first form), comments, places,
    flags."""
    listing = run(root, 'msgcat', '--no-wrap', '--to-code=UTF-8', po).stdout
    for block in listing.split('\n\n'):
        entry = {'comments': '\n'.join(re.findall(r'^#\. (.*)', block, re.M)), 'places': ' '.join(re.findall(r'^#: (.*)', block, re.M)),
                 'flags': ' '.join(re.findall(r'^#, (.*)', block, re.M))}
        for name, text in re.findall(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[0\])?) ((?:".*"\n?)+)', block, re.M):
            entry[name.replace('[0]', '')] = unquote(''.join(re.findall(r'"(.*)"', text)))
        if entry.get('msgid') and not re.search(r'^#~', block, re.M):
            yield entry
