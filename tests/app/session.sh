#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: session.sh COMMAND…      (inside headless.sh)
# Runs COMMAND on a private session bus on which nothing but the accessibility bus can be started: no
# portal, no settings daemon.
set -eu
if ! command -v dbus-run-session >/dev/null || [ ! -x /usr/libexec/at-spi-bus-launcher ]; then
  echo 'SKIP: dbus-run-session or at-spi2-core is not installed' >&2
  exit 77
fi
mkdir "$XDG_RUNTIME_DIR/services"
cat >"$XDG_RUNTIME_DIR/services/org.a11y.Bus.service" <<'SERVICE'
[D-BUS Service]
Name=org.a11y.Bus
Exec=/usr/libexec/at-spi-bus-launcher
SERVICE
cat >"$XDG_RUNTIME_DIR/session.conf" <<CONF
<busconfig>
  <type>session</type><keep_umask/><listen>unix:tmpdir=$XDG_RUNTIME_DIR</listen>
  <auth>EXTERNAL</auth><servicedir>$XDG_RUNTIME_DIR/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
CONF
# Windows that come and go pass on the focus only where somebody manages them; it goes with the X server. A
# window that comes while it is starting would never be drawn, so it says when it is there.
if command -v openbox >/dev/null; then
  mkfifo "$XDG_RUNTIME_DIR/managed"
  openbox --startup "sh -c 'echo >\"$XDG_RUNTIME_DIR/managed\"'" >"$XDG_RUNTIME_DIR/openbox.log" 2>&1 &
  read -r _ <"$XDG_RUNTIME_DIR/managed"
fi
exec dbus-run-session --config-file="$XDG_RUNTIME_DIR/session.conf" -- "$@"
