#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/app/screenshots.sh [BUILD_DIR [FOLDER [VIEW…]]]
# Makes the pictures in data/screenshots (or FOLDER): the printed form, and every view of the editor on the invented sample, each in the
# light and the dark style, in a narrow window, with text of twice the size, and in Chinese. They are looked at
# before they are committed.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "${1:-$root/_build}" && pwd)
folder=${2:-$root/data/screenshots}
shift $(($# < 2 ? $# : 2))
for tool in Xvfb convert pdftoppm; do
  command -v $tool >/dev/null || { echo "screenshots.sh: $tool is not installed" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
cli=$build/src/cli/nianbao-cli
samples=$root/data/samples
# The sample with a slip, so that there is something to find, and the same signed,
# reviewed by the sponsor and returned by the registry.
cp "$samples/sample.xml" "$work/library-2022.xml"
cp "$samples/sample.xml" "$work/draft.xml"
"$cli" set "$work/draft.xml" credit-code=12999901MB0000000X 2>/dev/null || true
printf 'a long sentence nobody guesses\n' >"$work/secret.txt"
"$cli" identity create --name 纪明远 --passphrase-file "$work/secret.txt" -o "$work/key.p12"
# signs FROM TO ROLE [OPTION…]
signs () {
  from=$1 to=$2 role=$3
  shift 3
  "$cli" sign "$from" --key "$work/key.p12" --passphrase-file "$work/secret.txt" --role "$role" -o "$to" "$@"
}
signs "$work/library-2022.xml" "$work/signed.xml" legal-representative
signs "$work/signed.xml" "$work/sealed.xml" institution
signs "$work/sealed.xml" "$work/reviewed.xml" sponsor --opinion 情况属实，同意上报。 --person 纪明远 --date 2023-03-10
signs "$work/reviewed.xml" "$work/returned.xml" registry --remark 开办资金与上年度不一致，请核对。 --result returned --date 2023-03-20

# NAME: what screenshot.c is told to show.
views="
start:
fields:$work/library-2022.xml
editor:$work/draft.xml win.check
narrative:$work/library-2022.xml activities win.page
find:$work/library-2022.xml activities win.page win.replace
popover:$work/library-2022.xml activities win.page win.next-finding win.next-finding win.show-finding
figures:$work/library-2022.xml activities $work/library-2021.txt win.page win.figures
beside:$work/library-2022.xml activities $work/library-2021.txt win.page win.compare-text
preview:$work/library-2022.xml activities win.page win.restore-paragraphs
undisturbed:$work/library-2022.xml activities win.page win.undisturbed
paper-face:$work/library-2022.xml activities win.page narrative.paper-face narrative.zoom-in
paper:$work/library-2022.xml purpose win.toggle-paper
filing:$work/attached.xml win.filing
print:$work/library-2022.xml win.print
portal:$work/library-2022.xml win.portal
roll-forward:$work/library-2022.xml roll
recovered:$work/draft.xml $work/library-2022.txt recover
imported:$work/library-2022.xml $work/library-2021.txt import
sign:$work/library-2022.xml win.sign
identity:$work/library-2022.xml win.sign sign.new-identity
signed:$work/signed.xml
opinion:$work/sealed.xml win.sign
signatures:$work/reviewed.xml win.signatures
returned:$work/returned.xml
paper-changed:$work/library-2022.xml win.compare-paper
certificate:$work/library-2022.xml win.certificate
help:$work/library-2022.xml app.help
preferences:app.preferences
shortcuts:app.shortcuts
about:app.about
"
cp "$samples/library-2022.txt" "$work/library-2022.txt"
# The year before: fewer books, one sentence of another year.
sed 's/2022年/2021年/g; s/四、2023年/四、2022年/; s/86400人次/79300人次/; s/51200人次/46900人次/; s/35200人次/32400人次/
  s/新购图书4860册/新购图书4150册/; s/讲坛”12场/讲坛”9场/; s/听众1560人次/听众1120人次/; s/96.4分,比上年提高2.1分/94.3分/
  s/(五)守好安全底线.*全天值守。//' "$samples/library-2022.txt" >"$work/library-2021.txt"
cp "$work/library-2022.xml" "$work/attached.xml"
printf '%%PDF-1.4\n' >"$work/2022年12月资产负债表.pdf"
"$cli" attach "$work/attached.xml" balance-sheet "$work/2022年12月资产负债表.pdf"

export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable GDK_DISABLE=gl,vulkan GSETTINGS_BACKEND=memory \
  GSETTINGS_SCHEMA_DIR="$build/data" GTK_IM_MODULE=gtk-im-context-simple GIO_USE_VFS=local ADW_DISABLE_PORTAL=1 \
  GTK_A11Y=none DBUS_SESSION_BUS_ADDRESS=disabled: FONTCONFIG_FILE="$root/tests/app/fonts.conf" \
  NIANBAO_LOCALEDIR="$build/po" LOCPATH="$build/tests/locales" HEADLESS_SCREEN=1600x1400x24

# take NAME WIDTH HEIGHT LOCALE WORD…
take() {
  out=$1 width=$2 height=$3 locale=$4
  shift 4
  LC_ALL=$locale "$root/tests/app/headless.sh" "$build/tests/app/screenshot" "$work/shot.png" "$width" "$height" "$@" \
    >/dev/null 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
  # A palette is enough for an interface, and a quarter of the size.
  convert "$work/shot.png" -strip -resize '1000x700>' +dither -colors 160 -define png:compression-level=9 \
    "PNG8:$folder/$out.png"
}

mkdir -p "$folder"
# The paper itself.
"$cli" print "$work/library-2022.xml" -o "$work/form.pdf"
pdftoppm -r 60 -png "$work/form.pdf" "$work/page"
convert "$work"/page-[125].png -bordercolor '#c0c0c0' -border 1 -background white +append -strip -resize '1000x700>' \
  +dither -colors 64 -define png:compression-level=9 "PNG8:$folder/form.png"
printf '%s' "$views" | while IFS=: read -r name words; do
  [ -n "$name" ] || continue
  [ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
  # shellcheck disable=SC2086
  {
    take "$name" 1000 700 C.UTF-8 $words
    take "$name-dark" 1000 700 C.UTF-8 dark $words
    take "$name-narrow" 360 640 C.UTF-8 $words
    take "$name-large" 1000 700 C.UTF-8 large $words
    take "$name-zh" 1000 700 zh_CN.UTF-8 $words
  }
  echo "$name"
done
