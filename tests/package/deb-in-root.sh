#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# In a bare Debian root: installs the packages in /with, uses them as a newcomer would, removes them.
set -eux
export DEBIAN_FRONTEND=noninteractive
apt-get -q update
find / -xdev -path /proc -prune -o -path /nianbao -prune -o -path /with -prune -o -type f -print | sort > /before
apt-get -q -y install --no-install-recommends /with/*.deb fonts-noto-cjk

cd /root
nianbao-cli --version
nianbao-cli import /nianbao/data/samples/library-2022.txt -o report.xml
nianbao-cli check report.xml || [ $? = 1 ]
nianbao-cli print report.xml -o form.pdf
nianbao-cli export report.xml --to table | cmp - /nianbao/data/samples/library-2022.txt
head -c 5 form.pdf | grep -q %PDF-
test -f /usr/share/applications/io.github.nianbao.Nianbao.desktop
test -f /usr/share/man/man1/nianbao-cli-import.1.gz
test -f /usr/share/man/zh_CN/man1/nianbao-cli-import.1.gz
LANGUAGE=zh_CN nianbao-cli --help | grep -q 审核
rm report.xml form.pdf

apt-get -q -y purge nianbao nianbao-cli
apt-get -q -y autoremove --purge
find / -xdev -path /proc -prune -o -path /nianbao -prune -o -path /with -prune -o -type f -print | sort > /after
! comm -13 /before /after | grep -i nianbao
