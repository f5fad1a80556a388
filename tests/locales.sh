#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the locales under which output must stay the same, as far as a build directory has none yet; where localedef
# or a source is missing there are fewer, and the tests say so.
# usage: locales.sh STAMP FOLDER NAME…
stamp=$1
folder=$2
shift 2
mkdir -p "$folder"
for name in "$@"; do
  [ -f "$folder/$name.UTF-8/LC_IDENTIFICATION" ] && continue
  localedef -f UTF-8 -i "$name" "$folder/$name.UTF-8" >/dev/null 2>&1 || rm -rf "$folder/$name.UTF-8"
done
: > "$stamp"
