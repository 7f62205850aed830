//! Accepts the connections of the demo's server, within their limits.

use std::future::{Ready, ready};
use std::io;
use std::sync::Arc;

use axum_server::accept::Accept;
use futures::future::Either;
use tokio::net::TcpStream;
use tower_http::add_extension::AddExtension;

use crate::admission::{Admission, Place};

/// Counts connections before the `inner` acceptor, such as that of TLS, does any work. Each request has the place of its
/// connection.
#[derive(Clone)]
pub(crate) struct Limited<A> {
    pub(crate) admission: Admission,
    pub(crate) behind_proxy: bool,
    pub(crate) inner: A,
}

impl<S, A: Accept<TcpStream, AddExtension<S, Arc<Place>>>> Accept<TcpStream, S> for Limited<A> {
    type Stream = A::Stream;
    type Service = A::Service;
    type Future = Either<Ready<io::Result<(A::Stream, A::Service)>>, A::Future>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        let place =
            stream.peer_addr().map(|peer| self.admission.accept_connection(peer.ip(), self.behind_proxy));
        match place {
            Ok(Some(place)) => {
                Either::Right(self.inner.accept(stream, AddExtension::new(service, Arc::new(place))))
            }
            Ok(None) => Either::Left(ready(Err(io::Error::other("too many connections")))),
            Err(error) => Either::Left(ready(Err(error))),
        }
    }
}
