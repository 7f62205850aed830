# Sourced by the scripts that run something on the packed npm package.

# Builds the tarball where it is older than its sources, and prints its path.
tarball() {
  local path
  path=pkg/bifrons-$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -n 1).tgz
  if stale "$path"; then
    scripts/setup wasm >&2
    scripts/package >&2
  fi
  printf '%s' "$path"
}

stale() {
  [[ ! -f $1 || -n $(find src pkg-template Cargo.toml scripts/package scripts/lib/wasm-module.sh -newer "$1" -print -quit) ]]
}

# install_where_stale FOLDER TARBALL
install_where_stale() {
  if [[ $1/node_modules/.package-lock.json -nt $2 ]]; then return; fi
  rm -rf "$1"{,/*}/node_modules
  npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error
}
