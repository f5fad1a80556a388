#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Does what the README's tour says, with NIANBAO_CLI or else the one in the path. Every command answers 0,
# but the check of a report that is not right yet and the comparison of two that differ.
#
# usage: tour.sh SOURCE_ROOT [NIANBAO_CLI]
set -eu
root=$(realpath "$1")
[ -z "${2:-}" ] || PATH=$(dirname "$(realpath "$2")"):$PATH
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
ln -s "$root/data/samples" samples
sed -n '/^\*\*By the command line/,/^.check. answers/s/^    //p' "$root/README.md" > tour
[ "$(grep -c ^nianbao-cli tour)" -ge 10 ]
while read -r command; do
  printf '$ %s\n' "$command"
  status=0
  sh -c "$command" < /dev/null || status=$?
  case $command in
  'nianbao-cli check report.xml' | 'nianbao-cli diff '*) expected=1 ;;
  *) expected=0 ;;
  esac
  [ "$status" = "$expected" ] || { echo "answered $status" >&2; exit 1; }
done < tour
