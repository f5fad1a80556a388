#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: encode-symbolic.sh ENCODER ICON.svg SIZE OUT.png
# Makes the picture of a symbolic icon that GTK can show without a reader of SVG.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" -o "$folder" "$2" "$3x$3"
mv "$folder"/*.png "$4"
