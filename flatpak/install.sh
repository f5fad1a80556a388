#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs Nianbao from this folder for the person who runs it. No network is used.
set -eu
cd "$(dirname "$0")"
sha256sum --check --quiet SHA256SUMS || {
  echo '文件与校验和不符，可能没有拷贝完整。请重新拷贝后再试。 The files are damaged: copy them again.' >&2
  exit 1
}
flatpak --user install -y --noninteractive --or-update --no-related ./runtime.flatpak
flatpak --user install -y --noninteractive --or-update --no-related ./nianbao.flatpak
echo '安装完毕。启动：flatpak run io.github.nianbao.Nianbao'
