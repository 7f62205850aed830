//! The connection below a WebSocket to Janus: TCP, for `wss://` with TLS.

use std::io;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{CertificateError, Error};
use tokio_tungstenite::tungstenite::http::Uri;

pub(super) trait ByteStream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin> ByteStream for S {}

/// Opens it.
///
/// # Errors
/// Why it can't be opened, and what to do.
pub(super) async fn open(uri: &Uri, tls: &TlsConnector) -> Result<Box<dyn ByteStream>, String> {
    let is_secure = uri.scheme_str() == Some("wss");
    // An address of IPv6 has brackets in a URL alone.
    let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let port = uri.port_u16().unwrap_or(if is_secure { 443 } else { 80 });
    let stream = TcpStream::connect((host, port)).await.map_err(|error| error.to_string())?;
    // Requests are small and must not wait for the response to an earlier one.
    stream.set_nodelay(true).map_err(|error| error.to_string())?;
    if !is_secure {
        return Ok(Box::new(stream));
    }
    let name = ServerName::try_from(host.to_owned()).map_err(|_| {
        format!("no certificate can be for `{host}`: use a host name in `addresses` of [janus]")
    })?;
    match tls.connect(name, stream).await {
        Ok(stream) => Ok(Box::new(stream)),
        Err(error) => Err(explained(&error, host)),
    }
}

/// Whose fault it is that there is no TLS, and what to do.
fn explained(error: &io::Error, host: &str) -> String {
    // So tokio-rustls passes the errors of rustls on.
    let tls = error.get_ref().and_then(|error| error.downcast_ref::<Error>());
    match tls {
        Some(Error::InvalidCertificate(reason)) => not_accepted(reason, host),
        Some(Error::InvalidMessage(_)) => {
            "Janus speaks no TLS there: use ws://, or the port of its `wss`".to_owned()
        }
        _ => format!("TLS with Janus has failed: {error}"),
    }
}

fn not_accepted(reason: &CertificateError, host: &str) -> String {
    match reason {
        // The signature is not good where a new authority has the name of an old one.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => {
            "Janus's certificate is by an authority that the gateway does not trust: name a file with that authority's \
             certificate in `ca_file` of [janus]"
                .to_owned()
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => format!(
            "Janus's certificate is not for `{host}`: use a name that it is for in `addresses` of [janus], or give Janus one \
             for this name"
        ),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "Janus's certificate has expired: give Janus a new one".to_owned()
        }
        reason => format!("Janus's certificate is not accepted: {reason}; give Janus another one"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use rcgen::{CertificateParams, CertifiedIssuer, DnType, KeyPair, date_time_ymd};
    use tokio::net::TcpListener;
    use tokio_rustls::TlsAcceptor;
    use tokio_rustls::rustls::ServerConfig;
    use tokio_rustls::rustls::crypto::ring::default_provider;
    use tokio_rustls::rustls::pki_types::PrivateKeyDer;

    use super::super::authorities;
    use super::*;

    /// An authority that the gateway trusts, or not.
    fn authority(name: &str) -> CertifiedIssuer<'static, KeyPair> {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
    }

    /// A server with a certificate of this authority, for these names, which ends so; returns its port.
    async fn server(of: &CertifiedIssuer<'static, KeyPair>, name: &str, ends: (i32, u8)) -> u16 {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        params.not_after = date_time_ymd(ends.0, ends.1, 1);
        let certificate = params.signed_by(&key, of).unwrap();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()));
        let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
        let config = config.with_single_cert(vec![certificate.der().clone()], key).unwrap();
        let (acceptor, listener) = (TlsAcceptor::from(Arc::new(config)), listener().await);
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            // A client that does not accept the certificate ends it.
            let _ = acceptor.accept(stream).await;
        });
        port
    }

    async fn listener() -> TcpListener {
        TcpListener::bind("127.0.0.1:0").await.unwrap()
    }

    /// The result of a connection to this URL by a gateway that trusts this authority.
    async fn opened(url: &str, trusted: &CertifiedIssuer<'static, KeyPair>) -> Result<(), String> {
        let tls = authorities::trusting(Some(&trusted.pem())).unwrap();
        open(&url.parse().unwrap(), &TlsConnector::from(Arc::new(tls))).await.map(|_| ())
    }

    #[tokio::test]
    async fn a_certificate_that_is_not_accepted_has_its_reason() {
        let (trusted, other, of_same_name) = (authority("one"), authority("other"), authority("one"));
        for (of, name, ends, reason) in [
            (
                &of_same_name,
                "localhost",
                (4000, 1),
                "name a file with that authority's certificate in `ca_file`",
            ),
            (&trusted, "localhost", (4000, 1), ""),
            (&other, "localhost", (4000, 1), "name a file with that authority's certificate in `ca_file`"),
            (&trusted, "janus.example.org", (4000, 1), "certificate is not for `localhost`"),
            (&trusted, "localhost", (2020, 1), "has expired: give Janus a new one"),
        ] {
            let port = server(of, name, ends).await;
            let opened = opened(&format!("wss://localhost:{port}/janus"), &trusted).await;
            match reason {
                "" => assert_eq!(opened, Ok(())),
                reason => assert!(opened.as_ref().is_err_and(|text| text.contains(reason)), "{opened:?}"),
            }
        }
    }

    #[tokio::test]
    async fn a_server_without_tls_or_without_a_name_has_its_reason() {
        let (trusted, listener) = (authority("one"), listener().await);
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(async move { axum::serve(listener, axum::Router::new()).await });
        let plain = opened(&format!("wss://localhost:{port}/"), &trusted).await.unwrap_err();
        assert_eq!(plain, "Janus speaks no TLS there: use ws://, or the port of its `wss`");
        assert_eq!(opened(&format!("ws://localhost:{port}/"), &trusted).await, Ok(()));
        let by_address = server(&trusted, "::1", (4000, 1)).await;
        let other = opened(&format!("wss://127.0.0.1:{by_address}/"), &trusted).await.unwrap_err();
        assert!(other.contains("certificate is not for `127.0.0.1`"), "{other}");
    }
}
