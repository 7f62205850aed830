//! TLS by rustls.

use std::io;
use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::stream::ByteStream;
use super::tls::Tls;
use crate::error::{Error, ErrorCode, Result};

/// Makes a TLS connection out of a TCP connection to one host.
#[derive(Clone)]
pub(super) struct TlsClient {
    connector: TlsConnector,
    host: ServerName<'static>,
}

impl TlsClient {
    pub(super) fn new(tls: &Tls, host: &str) -> Result<Self> {
        let host = ServerName::try_from(host.to_owned()).map_err(|error| {
            Error::new(ErrorCode::InvalidConfig, "no certificate can be for the host in the URL")
                .with_source(error)
        })?;
        Ok(Self { connector: TlsConnector::from(config(tls)?), host })
    }

    pub(super) async fn connect(self, stream: TcpStream) -> io::Result<Box<dyn ByteStream>> {
        Ok(Box::new(self.connector.connect(self.host, stream).await?))
    }
}

/// Returns the configuration for rustls.
fn config(tls: &Tls) -> Result<Arc<ClientConfig>> {
    trusting(match tls {
        #[cfg(feature = "rustls")]
        Tls::Custom(config) => return Ok(Arc::clone(config)),
        Tls::System => system_roots()?,
        Tls::Authority(pem) => roots_from(pem)?,
    })
}

fn trusting(roots: RootCertStore) -> Result<Arc<ClientConfig>> {
    let provider: Arc<CryptoProvider> = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::new(ErrorCode::Internal, "ring lacks the TLS versions").with_source(error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

fn system_roots() -> Result<RootCertStore> {
    #[cfg_attr(
        not(any(feature = "tls-native-roots", feature = "tls-webpki-roots")),
        expect(unused_mut, reason = "this build has no roots")
    )]
    let mut roots = RootCertStore::empty();
    #[cfg(feature = "tls-native-roots")]
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    #[cfg(feature = "tls-webpki-roots")]
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    let missing = match cfg!(feature = "tls-native-roots") {
        true => {
            "the system has no certificates of authorities: enable the feature tls-webpki-roots of bifrons"
        }
        false => {
            "this build trusts no authority: enable the feature tls-native-roots or tls-webpki-roots of bifrons"
        }
    };
    match roots.is_empty() {
        true => Err(Error::new(ErrorCode::Unsupported, format!("{missing}, or set Tls::Authority"))),
        false => Ok(roots),
    }
}

fn roots_from(pem: &[u8]) -> Result<RootCertStore> {
    let unusable = "the authority's PEM text holds no usable certificate";
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate =
            certificate.map_err(|error| Error::new(ErrorCode::InvalidConfig, unusable).with_source(error))?;
        roots
            .add(certificate)
            .map_err(|error| Error::new(ErrorCode::InvalidConfig, unusable).with_source(error))?;
    }
    match roots.is_empty() {
        true => Err(Error::new(ErrorCode::InvalidConfig, unusable)),
        false => Ok(roots),
    }
}
