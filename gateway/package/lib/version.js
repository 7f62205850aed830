export const version = '0.0.0-from-Cargo.toml';
