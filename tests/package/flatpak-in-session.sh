#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# In a session of its own, without a network: installs the kit and uses both programs in the sandbox.
set -eux
"$1/install.sh"
id=io.github.nianbao.Nianbao
# A folder handed in as the document portal does it: the one place that the sandbox sees.
run () { flatpak run --user --filesystem="$NIANBAO_REPORTS" --command=nianbao-cli "$id" "$@"; }
cd "$NIANBAO_REPORTS"
run import library-2022.txt -o report.xml
run set report.xml legal-representative=王小明
run check report.xml || [ $? = 1 ]
run print report.xml -o form.pdf
head -c 5 form.pdf | grep -q %PDF-

# The sandbox itself: no network, no home.
flatpak run --user --command=sh "$id" -c '! tail -n +3 /proc/net/dev | grep -v "^ *lo:"'
flatpak run --user --command=sh "$id" -c "! test -e '$NIANBAO_REPORTS'"

# A window opens and stays.
flatpak run --user --filesystem="$NIANBAO_REPORTS" "$id" "$NIANBAO_REPORTS/report.xml" &
for _ in 1 2 3 4 5 6 7 8 9 10; do
  sleep 1
  xdotool search --onlyvisible --class nianbao && break
done
xdotool search --onlyvisible --class nianbao
flatpak kill "$id"
wait || true
