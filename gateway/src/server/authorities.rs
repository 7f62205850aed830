//! Whose certificates are accepted of the servers that the gateway connects to.

use std::sync::Arc;

use bifrons::{Error, ErrorCode};
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// Returns the settings of TLS that accept certificates of these authorities, in PEM; without them those of the system's
/// authorities, or of Mozilla's where the system has none.
///
/// # Errors
/// The text has no certificates, or one that can't be used.
pub(super) fn trusting(authority: Option<&str>) -> bifrons::Result<ClientConfig> {
    let roots = roots(authority)?;
    let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()));
    let builder = builder.with_safe_default_protocol_versions().map_err(|error| invalid(&error))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

fn roots(authority: Option<&str>) -> bifrons::Result<RootCertStore> {
    authority.map_or_else(|| Ok(of_system()), of_pem)
}

fn of_system() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    roots
}

fn of_pem(pem: &str) -> bifrons::Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
        let certificate = certificate.map_err(|error| invalid(&error))?;
        roots.add(certificate).map_err(|error| invalid(&error))?;
    }
    match roots.is_empty() {
        true => Err(invalid(&"it has no certificate in PEM")),
        false => Ok(roots),
    }
}

fn invalid(text: &dyn std::fmt::Display) -> Error {
    Error::new(
        ErrorCode::InvalidConfig,
        format!("the authority of Janus's certificate can't be used: {text}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_an_authority_is_named_no_other_one_is_trusted() {
        let pem = || rcgen::generate_simple_self_signed(["janus".to_owned()]).unwrap().cert.pem();
        assert_eq!(roots(Some(&pem())).unwrap().len(), 1);
        assert_eq!(roots(Some(&format!("{}\n{}", pem(), pem()))).unwrap().len(), 2);
        assert!(roots(None).unwrap().len() > 2);
    }

    #[test]
    fn a_text_without_a_certificate_can_t_be_used() {
        for pem in ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            let error = trusting(Some(pem)).unwrap_err();
            assert!(
                error.to_string().contains("the authority of Janus's certificate can't be used"),
                "{error}"
            );
        }
    }
}
