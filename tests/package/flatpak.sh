#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Flatpak is built offline, its kit installed with networking off, and both programs used in the sandbox:
# the command line on files of the document portal's kind of folder, the editor in a window.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
folder=${1:-$(mktemp -d /var/tmp/nianbao-flatpak.XXXXXX)}
[ -n "${1:-}" ] || trap 'rm -rf "$folder"' EXIT
"$here/../../flatpak/offline.sh" "$folder"

export HOME=$folder/other-home XDG_DATA_HOME=$folder/other-home/data FLATPAK_USER_DIR=$folder/other-home/flatpak
rm -rf "$HOME"
mkdir -p "$HOME/reports"
cp "$here/../../data/samples/library-2022.txt" "$HOME/reports/"
export NIANBAO_REPORTS=$HOME/reports
unshare --net dbus-run-session -- xvfb-run -a "$here/flatpak-in-session.sh" "$folder/kit"
