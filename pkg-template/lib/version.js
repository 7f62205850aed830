/** The package's version. */
export const version = () => '0.0.0-from-Cargo.toml';
