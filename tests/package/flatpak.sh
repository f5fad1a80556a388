#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Flatpak is built offline, its kit installed with networking off, and both programs used in the sandbox:
# the command line on files of the document portal's kind of folder, the editor in a window.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
kept=${1:-}
folder=${kept:-$(mktemp -d /var/tmp/nianbao-flatpak.XXXXXX)}
leave () {
  # The sandbox knows the document portal by this place only.
  umount -l "/run/user/$(id -u)/doc" 2>/dev/null || true
  [ -n "$kept" ] || rm -rf --one-file-system "$folder"
}
trap leave EXIT
[ -x /usr/libexec/xdg-document-portal ] || { echo 'The document portal (xdg-desktop-portal) is not installed.' >&2; exit 77; }
"$here/../../flatpak/offline.sh" "$folder"

export HOME=$folder/other-home XDG_DATA_HOME=$folder/other-home/data FLATPAK_USER_DIR=$folder/other-home/flatpak
rm -rf "$HOME"
mkdir -p "$HOME/reports"
cp "$here/../../data/samples/library-2022.txt" "$HOME/reports/"
export NIANBAO_REPORTS=$HOME/reports XDG_RUNTIME_DIR
XDG_RUNTIME_DIR=/run/user/$(id -u)
mkdir -p "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
unshare --net dbus-run-session -- xvfb-run -a "$here/flatpak-in-session.sh" "$folder/kit"
