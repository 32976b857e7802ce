# shellcheck shell=bash
# Sourced by .ci/setup, .ci/web and tests/run: where the tools lie. Sets `cache` and `emcc_wanted`.
# BROADSHEET_CACHE moves everything that is fetched or built outside the source tree.
cache=${BROADSHEET_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/broadsheet}
emcc_wanted=3.1.69

can_be_root() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null; }; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -1)" = "$2" ]; }

# emcc on PATH and new enough.
emcc_on_path() {
  command -v emcc >/dev/null || return 1
  at_least "$(emcc -dumpversion 2>/dev/null || echo 0)" "$emcc_wanted"
}

# The one that .ci/setup makes, with what the packer needs beside it: xz and terser. Asked of its version file: starting emcc takes a second.
emcc_in_chroot() {
  local file=$cache/trixie/usr/share/emscripten/emscripten-version.txt
  [ -f "$file" ] && [ -x "$cache/trixie/usr/bin/cmake" ] && [ -x "$cache/trixie/usr/bin/xz" ] && [ -x "$cache/trixie/usr/bin/terser" ] &&
    at_least "$(tr -d '"' <"$file" | sed 's/[^0-9.].*//')" "$emcc_wanted"
}
