//! Requests to the host application: JSON by POST, signed.

use bifrons::Secret;
use data_encoding::HEXLOWER;
use http_body_util::Full;
use hyper::Request;
use hyper::body::Bytes;
use ring::hmac;

use super::driver::unix;

/// Returns the request with this body.
///
/// # Errors
/// The URL is none.
pub(super) fn signed_post(url: &str, secret: &Secret, body: String) -> Result<Request<Full<Bytes>>, String> {
    let timestamp = unix().as_secs().to_string();
    let signature = sign(secret, &timestamp, &body);
    let request = Request::post(url)
        .header("content-type", "application/json")
        .header("user-agent", concat!("bifrons-gateway/", env!("CARGO_PKG_VERSION")))
        .header("bifrons-timestamp", timestamp)
        .header("bifrons-signature", signature)
        .body(Full::from(body));
    request.map_err(|error| error.to_string())
}

/// HMAC-SHA256 over `timestamp.body`, in hexadecimal.
fn sign(secret: &Secret, timestamp: &str, body: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.reveal().as_bytes());
    HEXLOWER.encode(hmac::sign(&key, format!("{timestamp}.{body}").as_bytes()).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_what_node_computes() {
        // crypto.createHmac('sha256', 'a secret').update('1700000000.{"id":"1"}').digest('hex')
        let signature = sign(&"a secret".into(), "1700000000", "{\"id\":\"1\"}");
        assert_eq!(signature, "b649324ec47c6996ef3ab730ba2df96ad0986b4194a767d79aa6ec256c48463f");
    }
}
