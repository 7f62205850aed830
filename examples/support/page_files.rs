//! The files of the echo test's page, read once at the start.

use std::collections::HashMap;
use std::path::Path;
use std::{fs, io};

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue};

use crate::server_config::Web;

pub(crate) struct File {
    pub(crate) kind: &'static str,
    pub(crate) body: Bytes,
}

/// The files by the path of a request.
pub(crate) type Files = HashMap<String, File>;

/// The page loads nothing from elsewhere, and no other site shows it.
const HEADERS: [(&str, &str); 6] = [
    ("Cache-Control", "no-cache"),
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; media-src 'self' blob:; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(self), microphone=(self)"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// Browsers use https only for a year, on any port of this name.
const HTTPS_ONLY: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");

pub(crate) fn headers(web: &Web) -> HeaderMap {
    let https_only = web.tls().map(|_| HTTPS_ONLY);
    let all = HEADERS.into_iter().chain(https_only);
    all.filter_map(|(name, value)| Some((name.parse().ok()?, HeaderValue::from_static(value)))).collect()
}

/// Reads the page, what both demos share, and `bifrons/webrtc`.
pub(crate) fn read() -> io::Result<Files> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut files = Files::new();
    for folder in ["common/page", "echotest/page"] {
        for entry in fs::read_dir(examples.join(folder))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(format!("/{name}"), read_file(&path)?);
        }
    }
    let webrtc = examples.join("node_modules/bifrons/webrtc.js");
    files.insert("/bifrons/webrtc.js".to_owned(), read_file(&webrtc)?);
    files.insert("/".to_owned(), read_file(&examples.join("echotest/page/index.html"))?);
    Ok(files)
}

fn read_file(path: &Path) -> io::Result<File> {
    let kind = match path.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        _ => "image/svg+xml",
    };
    let body = fs::read(path).map_err(|error| {
        io::Error::new(error.kind(), format!("{}: {error}; run npm ci --prefix examples", path.display()))
    })?;
    Ok(File { kind, body: body.into() })
}
