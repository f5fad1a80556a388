#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: headless.sh COMMAND…
# Runs COMMAND with an X server, a home and a runtime folder of its own, so that tests can run side by
# side. Without an X server to start, the test is skipped and says so.
set -eu
if ! command -v Xvfb >/dev/null; then
  echo '1..0 # SKIP Xvfb is not installed'
  exit 77
fi
folder=$(mktemp -d)
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 "${HEADLESS_SCREEN:-1280x1024x24}" -nolisten tcp -noreset \
  3>"$folder/display" >"$folder/xvfb.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$folder"' EXIT INT TERM
read -r number <"$folder/display"
mkdir -m 700 "$folder/run" "$folder/home"
status=0
env DISPLAY=":$number" XDG_RUNTIME_DIR="$folder/run" HOME="$folder/home" XDG_CONFIG_HOME="$folder/home/config" \
  XDG_DATA_HOME="$folder/home/data" XDG_STATE_HOME="$folder/home/state" XDG_CACHE_HOME="$folder/home/cache" \
  "$@" || status=$?
exit $status
