//! The certificates that are trusted for `wss://` and `https://`.

use std::fmt;
use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

use crate::error::{Error, ErrorCode, Result};

/// The certificates that are trusted for `wss://` and `https://`.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Tls {
    /// The system's authorities; Mozilla's where the system has none.
    #[default]
    System,
    /// Only the authorities in this PEM text.
    Authority(Arc<[u8]>),
    /// A configuration of the caller's own.
    Custom(Arc<ClientConfig>),
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::System => "System",
            Self::Authority(_) => "Authority",
            Self::Custom(_) => "Custom",
        })
    }
}

impl Tls {
    /// The configuration for rustls.
    pub(super) fn config(&self) -> Result<Arc<ClientConfig>> {
        let roots = match self {
            Self::Custom(config) => return Ok(Arc::clone(config)),
            Self::System => system_roots(),
            Self::Authority(pem) => roots_from(pem)?,
        };
        trusting(roots)
    }

    /// For an address without TLS, where a configuration is asked for all the same.
    #[cfg(feature = "http")]
    pub(super) fn unused() -> Result<Arc<ClientConfig>> {
        trusting(RootCertStore::empty())
    }
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

fn system_roots() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    roots
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
