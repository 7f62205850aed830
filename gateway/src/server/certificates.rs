//! The certificate of a listener, which can change while connections are open.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};
use std::time::Duration;

use bifrons::{Error, ErrorCode};
use ring::digest::{Context, SHA256};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;

use crate::listening::Tls;

/// How often the files are looked at.
const INTERVAL: Duration = Duration::from_secs(60);

/// The certificate that new connections get.
#[derive(Debug)]
pub(super) struct Certificates {
    files: Tls,
    current: RwLock<Arc<CertifiedKey>>,
    /// Of the files that were read last, also if they could not be used.
    last_read: Mutex<Vec<u8>>,
}

/// What stands in the two files.
struct Files {
    certificates: Vec<u8>,
    key: Vec<u8>,
}

impl Certificates {
    /// Reads the files, and looks at them again as long as the listener lives.
    pub(super) fn read(files: &Tls) -> bifrons::Result<Arc<Self>> {
        let read = Files::read(files)?;
        let certificates = Arc::new(Self {
            current: RwLock::new(read.certified_key(files)?),
            last_read: Mutex::new(read.digest()),
            files: files.clone(),
        });
        tokio::spawn(watch(Arc::downgrade(&certificates)));
        Ok(certificates)
    }

    pub(super) fn acceptor(self: &Arc<Self>) -> bifrons::Result<TlsAcceptor> {
        let builder = ServerConfig::builder_with_provider(Arc::new(default_provider()));
        let builder = builder.with_safe_default_protocol_versions().map_err(|error| invalid(&error))?;
        let mut config = builder.with_no_client_auth().with_cert_resolver(self.clone());
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }

    /// Reads the files again. With an error the certificate stays what it was.
    pub(super) fn reload(&self) -> bifrons::Result<()> {
        let files = Files::read(&self.files)?;
        *self.last_read.lock().unwrap_or_else(PoisonError::into_inner) = files.digest();
        let key = files.certified_key(&self.files)?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = key;
        Ok(())
    }

    fn reload_if_changed(&self) {
        let is_changed =
            |files: Files| files.digest() != *self.last_read.lock().unwrap_or_else(PoisonError::into_inner);
        let reloaded = match Files::read(&self.files).map(is_changed) {
            Ok(true) => self.reload(),
            Ok(false) => return,
            Err(error) => Err(error),
        };
        match reloaded {
            Ok(()) => tracing::info!("the certificate was read again"),
            Err(error) => tracing::error!(%error, "the certificate stays what it was"),
        }
    }
}

impl ResolvesServerCert for Certificates {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current.read().unwrap_or_else(PoisonError::into_inner).clone())
    }
}

async fn watch(certificates: Weak<Certificates>) {
    loop {
        tokio::time::sleep(INTERVAL).await;
        let Some(certificates) = certificates.upgrade() else { return };
        // A panic there would be logged, and the next look follows.
        let _ = tokio::task::spawn_blocking(move || certificates.reload_if_changed()).await;
    }
}

impl Files {
    fn read(files: &Tls) -> bifrons::Result<Self> {
        let read = |path: &Path| {
            fs::read(path).map_err(|error| invalid(&format!("{} can't be read: {error}", path.display())))
        };
        Ok(Self { certificates: read(&files.certificates)?, key: read(&files.key)? })
    }

    fn digest(&self) -> Vec<u8> {
        let mut digest = Context::new(&SHA256);
        digest.update(&self.certificates);
        digest.update(&self.key);
        digest.finish().as_ref().to_vec()
    }

    fn certified_key(&self, files: &Tls) -> bifrons::Result<Arc<CertifiedKey>> {
        let chain = CertificateDer::pem_slice_iter(&self.certificates).collect::<Result<Vec<_>, _>>();
        let chain = chain.unwrap_or_default();
        if chain.is_empty() {
            let text = format!("{} has no certificates in PEM", files.certificates.display());
            return Err(invalid(&text));
        }
        let no_key = |_| invalid(&format!("{} has no private key in PEM", files.key.display()));
        let key = PrivateKeyDer::from_pem_slice(&self.key).map_err(no_key)?;
        let key = CertifiedKey::from_der(chain, key, &default_provider());
        let unfit = |error| {
            let (certificates, key) = (files.certificates.display(), files.key.display());
            invalid(&format!("{certificates} and {key} do not fit: {error}"))
        };
        key.map(Arc::new).map_err(unfit)
    }
}

fn invalid(text: &dyn std::fmt::Display) -> Error {
    Error::new(ErrorCode::InvalidConfig, format!("TLS: {text}"))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// Writes a new certificate for these files.
    fn write(files: &Tls) {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        fs::write(&files.certificates, made.cert.pem()).unwrap();
        fs::write(&files.key, made.signing_key.serialize_pem()).unwrap();
    }

    #[tokio::test(start_paused = true)]
    async fn files_that_have_changed_are_read_again() {
        let folder = std::env::temp_dir().join(format!("bifrons-gateway-watch-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = |name: &str| -> PathBuf { folder.join(name) };
        let files = Tls { certificates: file("certificate.pem"), key: file("key.pem") };
        write(&files);
        let certificates = Certificates::read(&files).unwrap();
        let current = || certificates.current.read().unwrap().cert.clone();
        let first = current();
        write(&files);
        tokio::time::sleep(2 * INTERVAL).await;
        let second = current();
        assert_ne!(second, first);
        fs::write(&files.key, "nonsense").unwrap();
        tokio::time::sleep(2 * INTERVAL).await;
        assert_eq!(current(), second);
        write(&files);
        tokio::time::sleep(2 * INTERVAL).await;
        assert_ne!(current(), second);
        fs::remove_dir_all(&folder).unwrap();
    }
}
