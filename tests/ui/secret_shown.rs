//! A secret in a text.

fn log(secret: bifrons::Secret) {
    println!("connecting with {secret}");
}

fn main() {}
