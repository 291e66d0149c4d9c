#!/usr/bin/env bash
# Makes sure that components from outside Python are there, with Debian's packages where they are missing.
set -uo pipefail

# name: the command to look for | the packages that bring it. Fonts: without any, a browser draws no letters.
KNOWN='
chromium: chromium | chromium fonts-liberation
jekyll: jekyll | jekyll
'

usage() {
  cat <<'HELP'
usage: scripts/need.sh NAME...

Installs what is missing with apt-get, as root or through `sudo -n`; says so before it does.
Answers at once where all is there. Exits 0 when all is there, 1 when something can't be had
(one line for each on standard error, with the command to run), 2 when called wrongly.

names:
HELP
  sed -n 's/^\([a-z]*\): .*| \(.*\)/  \1\tDebian packages: \2/p' <<<"$KNOWN" | expand -t 12
}

missing() { # NAME REASON: the one line on what can't be had
  echo "need.sh: $1 can't be had here: $2. Run: sudo apt-get install $packages" >&2
}

apt() { # apt-get with the rights it needs, patient with another apt, impatient with a dead network
  $rights env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -o Acquire::Retries=1 \
    -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 "$@" >>"$log" 2>&1 </dev/null
}

install() { # NAME: installs $packages; a list of packages that is old or absent is renewed first
  local rights=
  command -v apt-get >/dev/null || { missing "$1" "this machine has no apt-get"; return 1; }
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || { missing "$1" "installing needs root, and sudo asks for a password"; return 1; }
    rights="sudo -n"
  fi
  echo "need.sh: installing $1 with apt-get ($packages); this takes a minute, once"
  apt install -y --no-install-recommends $packages && return 0
  apt update && apt install -y --no-install-recommends $packages && return 0
  missing "$1" "apt-get failed: $(grep -m 1 -E '^(E|W|Err)' "$log" || echo 'it gave no reason')"
  return 1
}

need() { # NAME: 0 when it is there in the end
  local entry program packages
  entry=$(grep "^$1: " <<<"$KNOWN") || { echo "need.sh: no component is called $1; see scripts/need.sh --help" >&2; return 2; }
  entry=${entry#*: } program=${entry%% |*} packages=${entry#*| }
  command -v "$program" >/dev/null && return 0
  install "$1" || return 1
  command -v "$program" >/dev/null || { missing "$1" "its packages brought no command $program"; return 1; }
}

case "${1:-}" in
  -h | --help) usage; exit 0 ;;
  "" | -*) usage >&2; exit 2 ;;
esac
log=$(mktemp) && trap 'rm -f "$log"' EXIT
worst=0
for name in "$@"; do
  need "$name"
  code=$?
  [ "$code" -le "$worst" ] || worst=$code
done
exit "$worst"
