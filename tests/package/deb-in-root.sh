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
/nianbao/tests/package/tour.sh /nianbao
test -f /usr/share/applications/io.github.nianbao.Nianbao.desktop
test -f /usr/share/man/man1/nianbao-cli-import.1.gz
test -f /usr/share/man/zh_CN/man1/nianbao-cli-import.1.gz
LANGUAGE=zh_CN nianbao-cli --help | grep -q 审核

# The editor opens a window on a report.
apt-get -q -y install --no-install-recommends xvfb xauth xdotool dbus
cp /nianbao/data/samples/sample.xml report.xml
xvfb-run -a dbus-run-session -- sh -eux -c '
  nianbao report.xml &
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    sleep 1
    xdotool search --onlyvisible --class nianbao && break
  done
  xdotool search --onlyvisible --class nianbao
  kill $!'
rm report.xml

apt-get -q -y purge nianbao nianbao-cli
apt-get -q -y autoremove --purge
find / -xdev -path /proc -prune -o -path /nianbao -prune -o -path /with -prune -o -type f -print | sort > /after
! comm -13 /before /after | grep -i nianbao
