# Sourced by the scripts: folders, versions and errors.
set -euo pipefail
shopt -s inherit_errexit

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=$root/.cache
# Debian's users have no /usr/sbin in their PATH.
export PATH="$cache/bin:$cache/cargo/bin:$HOME/.cargo/bin:$cache/tools/node_modules/.bin:$PATH:/usr/sbin"

fail() { echo "${0#"$root"/}: $1" >&2; exit "${2:-1}"; }

# needs COMMAND PART: fails with the set-up command that brings it.
needs() { command -v "$1" >/dev/null || fail "$1 is missing: run scripts/setup $2" 69; }

# locked CRATE: its version in Cargo.lock.
locked() {
  local version
  version=$(grep -A1 "^name = \"$1\"\$" "$root/Cargo.lock" 2>/dev/null | sed -n 's/^version = "\(.*\)"/\1/p') || true
  [[ -n $version ]] || fail "Cargo.lock names no $1"
  printf '%s' "$version"
}
