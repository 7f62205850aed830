# Sourced by the scripts that build WebAssembly for an npm package. They set `built`, the folder of the results.

wasm_features=(--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext
  --enable-mutable-globals --enable-reference-types --enable-multivalue)

# The texts of panics name source files: without the folders of the build, the module is the same everywhere.
remapped() {
  printf '%s' "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$(rustc --print sysroot)=/rust" \
    " --remap-path-prefix=$root=/bifrons"
}

# build_module NAME FEATURES LEVEL PASSES…, with the array `compile`, which is how cargo builds the crate, and the name `module`
# of the file that it writes: $built/NAME.js and $built/NAME.wasm; $built/NAME.debug.wasm has names.
build_module() {
  local name=$1 features=$2 level=$3
  local passes=("${wasm_features[@]}" "${@:4}" --minify-imports-and-exports-and-modules --strip-producers --strip-target-features)
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$(remapped) \
    CARGO_PROFILE_WASM_RELEASE_OPT_LEVEL=$level cargo "${compile[@]}" --manifest-path "$root/Cargo.toml" \
    --lib --quiet --profile wasm-release --target wasm32-unknown-unknown --no-default-features --features "$features"
  wasm-bindgen --target web --omit-default-module-path --out-name "$name" --out-dir "$built" \
    "${CARGO_TARGET_DIR:-$root/target}/wasm32-unknown-unknown/wasm-release/$module.wasm"
  node "$root/scripts/lib/without-panics.mjs" "$built/${name}_bg.wasm"
  wasm-opt "${passes[@]}" -g "$built/${name}_bg.wasm" -o "$built/$name.debug.wasm" >/dev/null
  wasm-opt "${passes[@]}" "$built/${name}_bg.wasm" -o "$built/$name.wasm" >"$built/$name.names.json"
  node "$root/scripts/lib/short-names.mjs" "$built/$name.names.json" "$built/$name.js"
  # An import from "env" means that native code was linked.
  node --input-type=module -e '
    import { readFileSync } from "node:fs";
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(process.argv[1])));
    const foreign = imports.filter(({ module }) => module === "env");
    if (foreign.length) throw new Error(`the module imports ${foreign.map(({ name }) => name)} from "env"`);
  ' "$built/$name.wasm"
}

wasm_bindgen_is_locked() {
  local bindgen
  bindgen=$(locked wasm-bindgen)
  [[ $(wasm-bindgen --version) == *" $bindgen" ]] ||
    fail "wasm-bindgen is $(wasm-bindgen --version), Cargo.lock wants $bindgen: run scripts/setup wasm" 69
}

kb() { awk -v bytes="$(stat -c %s "$1")" 'BEGIN { printf "%.1f KB", bytes / 1024 }'; }
