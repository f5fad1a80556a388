#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# In a bare Debian root: what the README says, in its order, as a newcomer would do it.
set -eux
./dev run
test -s _build/sample/report.xml
test -s _build/sample/report.pdf
test -s _build/sample/report.txt
tests/package/tour.sh . _build/src/cli/nianbao-cli
LANGUAGE=zh_CN meson devenv -C _build nianbao-cli --help | grep -q 审核
./dev deb
apt-get -q -y install --no-install-recommends ./_build/deb/nianbao_*.deb ./_build/deb/nianbao-cli_*.deb
nianbao-cli --version
./dev test
