//! TLS on loopback under Discord's own name, with a certificate made for the occasion.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::server::TlsStream;

/// A certificate for `discord.com` that nobody but the test trusts.
pub(crate) struct Certificate {
    made: rcgen::CertifiedKey<rcgen::KeyPair>,
}

impl Certificate {
    pub(crate) fn new() -> Self {
        Self { made: rcgen::generate_simple_self_signed(["discord.com".to_owned()]).unwrap() }
    }

    /// What a client must trust.
    pub(crate) fn der(&self) -> &[u8] {
        self.made.cert.der()
    }
}

/// Takes connections and greets them with TLS.
pub(super) struct Listener {
    tcp: TcpListener,
    acceptor: TlsAcceptor,
    pub(super) address: SocketAddr,
}

impl Listener {
    pub(super) async fn bind(certificate: &Certificate) -> Self {
        let key = PrivatePkcs8KeyDer::from(certificate.made.signing_key.serialize_der());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.made.cert.der().clone()], PrivateKeyDer::from(key))
            .unwrap();
        let tcp = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = tcp.local_addr().unwrap();
        Self { tcp, acceptor: TlsAcceptor::from(Arc::new(config)), address }
    }
}

impl axum::serve::Listener for Listener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let Ok((stream, from)) = self.tcp.accept().await else { continue };
            if let Ok(stream) = self.acceptor.accept(stream).await {
                return (stream, from);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.tcp.local_addr()
    }
}
