#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The packages are built, judged by lintian, installed in a bare Debian 12, used there and removed without
# leaving anything behind.
set -eu
here=$(dirname "$0")
for program in lintian dpkg-buildpackage dh; do
  command -v "$program" >/dev/null 2>&1 || { echo "$program is not installed." >&2; exit 77; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$here/../../data/debian/deb.sh" "$folder/made"
mkdir "$folder/packages"
find "$folder/made" -maxdepth 1 -name '*.deb' ! -name '*dbgsym*' -exec cp -t "$folder/packages" {} +
"$here/debian-root.sh" -w "$folder/packages" bookworm tests/package/deb-in-root.sh
