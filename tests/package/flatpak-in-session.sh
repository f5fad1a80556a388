#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# In a session of its own, without a network: installs the kit and uses both programs in the sandbox.
set -eux
"$1/install.sh"
id=io.github.nianbao.Nianbao
# A folder that the sandbox is allowed to see.
run () { flatpak run --user --filesystem="$NIANBAO_REPORTS" --command=nianbao-cli "$id" "$@"; }
cd "$NIANBAO_REPORTS"
run import library-2022.txt -o report.xml
run set report.xml legal-representative=王小明
run check report.xml || [ $? = 1 ]
run print report.xml -o form.pdf
head -c 5 form.pdf | grep -q %PDF-

# A file that somebody chose: the sandbox sees it in the folder of the document portal, with nothing beside it, and
# writes it there; it can be written again after it was taken away.
chosen () { flatpak run --user --file-forwarding --command=nianbao-cli "$id" "$@"; }
cp report.xml chosen.xml
chosen set @@ "$PWD/chosen.xml" @@ staff-count=24
chosen export @@ "$PWD/chosen.xml" @@ --to json | grep -q '"staff-count":"24"'
run export chosen.xml --to json | grep -q '"staff-count":"24"'
rm chosen.xml
cp report.xml chosen.xml
chosen set @@ "$PWD/chosen.xml" @@ staff-count=25
run export chosen.xml --to json | grep -q '"staff-count":"25"'
if find . -name '.*' -type f | grep .; then exit 1; fi

# The sandbox itself: no network, no home. An empty folder of that name may have been left where the other one was shown.
flatpak run --user --command=sh "$id" -c '! tail -n +3 /proc/net/dev | grep -v "^ *lo:"'
flatpak run --user --command=sh "$id" -c "! test -e '$NIANBAO_REPORTS/report.xml'"

# A window opens on such a file, and stays.
flatpak run --user --file-forwarding "$id" @@ "$PWD/chosen.xml" @@ &
for _ in 1 2 3 4 5 6 7 8 9 10; do
  sleep 1
  xdotool search --onlyvisible --class nianbao && break
done
xdotool search --onlyvisible --class nianbao
flatpak kill "$id"
wait || true
