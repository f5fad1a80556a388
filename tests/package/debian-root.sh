#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a bare Debian root and runs a command of this tree in it, as somebody with nothing but the README
# would. Needs root and Debian's package mirror; answers 77 (skipped) without them.
#
# usage: debian-root.sh [-w FOLDER] SUITE COMMAND…        as in: debian-root.sh trixie ./dev test
#        -w: the files in FOLDER lie in /with there
set -eu
with=
if [ "$1" = -w ]; then
  with=$2
  shift 2
fi
suite=$1
shift
tree=$(realpath "$(dirname "$0")/../..")
skip () { printf '%s\n' "$*" >&2; exit 77; }

[ "$(id -u)" = 0 ] || skip 'Making a Debian root needs root.'
command -v mmdebstrap >/dev/null 2>&1 || skip 'mmdebstrap is not installed.'
# The mirror that this machine uses, whatever suite it has.
# shellcheck disable=SC2016
mirror=$(apt-get indextargets --format '$(REPO_URI)' | sed -n '1p')
[ -n "$mirror" ] || skip 'No package mirror is set up here.'

root=$(mktemp -d /var/tmp/nianbao-root.XXXXXX)
leave () {
  for place in dev/pts dev/shm dev sys proc; do umount -l "$root/$place" 2>/dev/null || true; done
  rm -rf --one-file-system "$root"
}
trap leave EXIT
trap 'exit 130' INT TERM

mmdebstrap --quiet --variant=minbase "$suite" "$root" "$mirror" || skip "$suite cannot be had here."
mkdir -p "$root/nianbao" "$root/root"
if git -C "$tree" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  (cd "$tree" && git ls-files -z -co --exclude-standard | tar -c --null -T -) | tar -x -C "$root/nianbao"
else
  tar -c -C "$tree" --exclude='./_build*' . | tar -x -C "$root/nianbao"
fi
[ ! -d "$tree/../shared/seeds" ] || { mkdir -p "$root/shared"; cp -r "$tree/../shared/seeds" "$root/shared/"; }
if [ -n "$with" ]; then
  mkdir "$root/with"
  find "$with" -maxdepth 1 -type f -exec cp -t "$root/with" {} +
fi
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t devpts devpts "$root/dev/pts"
chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 sh -c 'cd /nianbao && exec "$@"' sh "$@"
