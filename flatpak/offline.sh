#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Flatpak without a remote and without the network, tries it, and makes the offline kit. The
# runtime is made of Debian's packages: that proves manifest, permissions, file layout and the offline
# build, not the look on GNOME. Needs root and the package mirror; answers 77 (skipped) without them.
#
# usage: flatpak/offline.sh FOLDER      what is made stays in FOLDER and is used again
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
mkdir -p "$1"
folder=$(realpath "$1")
suite=trixie
manifest=io.github.nianbao.Nianbao.json
id=io.github.nianbao.Nianbao
skip () { printf '%s\n' "$*" >&2; exit 77; }

[ "$(id -u)" = 0 ] || skip 'Making a runtime needs root.'
for program in mmdebstrap flatpak flatpak-builder eu-strip dbus-run-session unshare; do
  command -v "$program" >/dev/null 2>&1 || skip "$program is not installed."
done
# shellcheck disable=SC2016
mirror=$(apt-get indextargets --format '$(REPO_URI)' | sed -n 1p)
[ -n "$mirror" ] || skip 'No package mirror is set up here.'

# Everything of flatpak lives in the folder, nothing in the home of whoever runs this.
export FLATPAK_USER_DIR=$folder/installation XDG_DATA_HOME=$folder/data XDG_CACHE_HOME=$folder/cache
export HOME=$folder/home
mkdir -p "$HOME"

platform='adwaita-icon-theme ca-certificates dbus gsettings-desktop-schemas libadwaita-1-0 libarchive13t64 libgtk-4-bin
  libharfbuzz-subset0 libicu76 librsvg2-common libssl3t64 libxml2 locales shared-mime-info'
sdk='appstream appstream-util autoconf automake binutils cmake desktop-file-utils elfutils g++ gcc gettext libadwaita-1-dev
  libarchive-dev libc6-dev libfontconfig-dev libfreetype-dev libgtk-4-dev libharfbuzz-dev libicu-dev libjpeg62-turbo-dev
  libpng-dev libssl-dev libtool libxml2-dev libxml2-utils make meson ninja-build patch pkgconf python3 xz-utils zlib1g-dev'

make_tree () {
  mmdebstrap --quiet --variant=minbase --include="$(printf %s "$2" | tr -s ' \n' ',')" "$suite" "$folder/$1" "$mirror" \
    || skip "$suite cannot be had here."
}

# A runtime is a folder with usr/, and files/ that is empty; etc lies in usr.
export_runtime () {
  local name=$1 tree=$folder/$2 runtime=$folder/runtime-$2
  mkdir -p "$runtime/files" "$runtime/var"
  rm -rf "${runtime:?}/usr"
  mv "$tree/usr" "$runtime/usr"
  rm -rf "$runtime/usr/share/doc" "$runtime/usr/share/info" "$runtime/usr/etc" "$tree/etc/shadow"* "$tree/etc/gshadow"*
  mv "$tree/etc" "$runtime/usr/etc"
  # Flatpak puts links for /lib and /bin into usr by itself; setuid programs have no place in a runtime.
  find "$runtime/usr" -perm /6000 -type f -exec chmod a-s {} +
  printf '[Runtime]\nname=%s\nruntime=org.gnome.Platform/%s/49\nsdk=org.gnome.Sdk/%s/49\n' \
    "$name" "$(flatpak --default-arch)" "$(flatpak --default-arch)" > "$runtime/metadata"
  flatpak build-export --disable-sandbox --runtime "$folder/runtimes" "$runtime" 49 > /dev/null
  rm -rf "$tree" "$runtime"
}

have () { [ -f "$folder/runtimes/refs/heads/runtime/$1/$(flatpak --default-arch)/49" ]; }
if ! have org.gnome.Platform; then
  make_tree platform "$platform"
  export_runtime org.gnome.Platform platform
fi
if ! have org.gnome.Sdk; then
  make_tree sdk "$platform $sdk"
  export_runtime org.gnome.Sdk sdk
fi

# The sources of the manifest, taken from the distribution and known by their checksums.
fetch_sources () {
  local lists=$folder/lists
  mkdir -p "$lists/partial" "$folder/fetched"
  printf 'deb-src [trusted=yes] %s %s main\n' "$mirror" "$suite" "$mirror" bookworm > "$folder/sources.list"
  local apt=(-q -o "Dir::Etc::sourcelist=$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::lists=$lists" -o APT::Sandbox::User=root)
  (
    cd "$folder/fetched"
    apt-get "${apt[@]}" update > /dev/null
    apt-get "${apt[@]}" source --download-only xmlsec1/bookworm libdeflate/bookworm qrencode poppler > /dev/null
    apt-get -q download fonts-noto-cjk > /dev/null
  )
  python3 - "$manifest" "$folder" <<'PYTHON'
import hashlib, json, pathlib, shutil, sys
manifest, folder = json.load(open(sys.argv[1])), pathlib.Path(sys.argv[2])
have = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in (folder / 'fetched').iterdir() if path.is_file()}
for module in manifest['modules']:
    for source in module['sources']:
        if 'sha256' not in source:
            continue
        if source['sha256'] not in have:
            sys.exit(f"the distribution has another {source['url']} than the manifest names")
        place = folder / 'state' / 'downloads' / source['sha256']
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(have[source['sha256']], place / source['url'].rsplit('/', 1)[1])
PYTHON
}
[ -d "$folder/state/downloads" ] || fetch_sources

# No network from here on.
cat > "$folder/offline-part.sh" <<OFFLINE
set -eu
cd '$here'
flatpak --user remote-add --if-not-exists --no-gpg-verify local '$folder/runtimes'
flatpak --user install -y --noninteractive --or-update local org.gnome.Platform//49 org.gnome.Sdk//49
flatpak-builder --user --force-clean --disable-rofiles-fuse --disable-download --state-dir='$folder/state' \
  --repo='$folder/repo' '$folder/build' '$manifest'
flatpak build-bundle '$folder/repo' '$folder/kit/nianbao.flatpak' '$id'
flatpak build-bundle --runtime '$folder/runtimes' '$folder/kit/runtime.flatpak' org.gnome.Platform 49
OFFLINE
mkdir -p "$folder/kit"
unshare --net dbus-run-session -- sh "$folder/offline-part.sh"
cp install.sh "$folder/kit/"
(cd "$folder/kit" && sha256sum nianbao.flatpak runtime.flatpak install.sh > SHA256SUMS)
echo "Made: $folder/kit"
