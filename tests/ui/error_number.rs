//! An error compared with a number of a plugin.

fn is_missing_room(error: &bifrons::Error) -> bool {
    error == 426
}

fn main() {}
