# Sourced by the scripts that run the tests of the npm package.

# Installs the packed tarball and ws as a user would, beside a copy of tests/node, and goes there.
node_place() {
  needs npm base
  needs node20 runtimes
  local modules=$cache/tools/node_modules place=$cache/$1 tarballs=("$root"/pkg/*.tgz)
  [[ -d $modules/ws ]] || fail "ws is missing: run scripts/setup tools" 69
  [[ -f $modules/unix-dgram/build/Release/unix_dgram.node ]] || fail "unix-dgram is missing: run scripts/setup tools" 69
  [[ -f ${tarballs[0]} && ${#tarballs[@]} == 1 ]] || fail "pkg/ holds no tarball, or several: run scripts/package" 69
  rm -rf "$place"
  mkdir -p "$place"
  cp -r "$root/tests/node/." "$place"
  cp -r "$root/examples/node" "$place/examples"
  cd "$place"
  echo '{ "private": true }' >package.json
  npm install --offline --install-links --no-audit --no-fund --loglevel=error "${tarballs[0]}" "$modules/ws" >/dev/null
  # As they are: an addon is built for one Node.
  cp -r "$modules"/{unix-dgram,bindings,file-uri-to-path} node_modules
  export BIFRONS_ROOT=$root
}
