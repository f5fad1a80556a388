#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Debian packages of this tree and has lintian judge them.
#
# usage: data/debian/deb.sh OUTPUT_DIR
set -eu
cd "$(dirname "$0")/../.."
mkdir -p "$1"
output=$(realpath "$1")
version=$(sed -n 's/^nianbao (\(.*\)-[0-9.]*) .*/\1/p; q' data/debian/changelog)
source=$output/nianbao-$version

rm -rf "$source"
mkdir -p "$source"
# What git knows, as it lies here; a tree without git is taken whole.
if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  git ls-files -z -co --exclude-standard | tar -c --null -T - | tar -x -C "$source"
else
  tar -c --exclude='./_build*' . | tar -x -C "$source"
fi
tar -c -J -f "$output/nianbao_$version.orig.tar.xz" -C "$output" --sort=name --mtime='2026-01-01 00:00Z' \
  --owner=0 --group=0 "nianbao-$version"
cp -r "$source/data/debian" "$source/debian"
rm -f "$source/debian/deb.sh" "$source/debian/README.md"
(cd "$source" && dpkg-buildpackage -us -uc -d)
lintian --pedantic --display-info --fail-on error,warning,info,pedantic --tag-display-limit 0 "$output"/nianbao_"$version"-*_*.changes
printf 'Made: %s\n' "$output"/*.deb
