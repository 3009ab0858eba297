//! Another server in Discord's place, for trying the bot out: on this machine and nowhere else,
//! since whoever answers there is told the token.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use super::failure::Failure;

/// The address of a server that speaks Discord's protocols, such as `http://127.0.0.1:8080`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiBase(String);

impl FromStr for ApiBase {
    type Err = Failure;

    fn from_str(text: &str) -> Result<Self, Failure> {
        let refused = || Failure::BadBase(text.to_owned());
        let base = text.trim().trim_end_matches('/');
        let authority = base.strip_prefix("http://").ok_or_else(refused)?;
        if is_loopback(authority) { Ok(Self(base.to_owned())) } else { Err(refused()) }
    }
}

impl fmt::Display for ApiBase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Whether a gateway's address lies on this machine.
pub(super) fn is_local_gateway(url: &str) -> bool {
    let authority = url.strip_prefix("ws://").map(|rest| rest.split(['/', '?']).next());
    authority.flatten().is_some_and(is_loopback)
}

/// Whether `host:port` lies on this machine.
fn is_loopback(authority: &str) -> bool {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.parse::<u16>().is_ok() => host,
        Some((_, port)) if !port.ends_with(']') => return false,
        _ => authority,
    };
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_is_taken() {
        for base in [
            "http://127.0.0.1:8080/",
            "http://localhost:1",
            "http://[::1]:8080",
            "http://127.1.2.3",
        ] {
            assert!(base.parse::<ApiBase>().is_ok(), "{base}");
        }
    }

    #[test]
    fn every_address_but_this_machine_is_refused() {
        for base in [
            "",
            "127.0.0.1:8080",
            "https://127.0.0.1:8080",
            "http://discord.com",
            "http://10.0.0.1:80",
            "http://127.0.0.1.evil.example",
            "http://127.0.0.1@evil.example",
            "http://127.0.0.1:80@evil.example",
            "http://127.0.0.1:80/path",
            "http://localhost.evil.example:80",
        ] {
            assert!(base.parse::<ApiBase>().is_err(), "{base}");
        }
    }

    #[test]
    fn a_gateway_may_have_a_path() {
        assert!(is_local_gateway("ws://127.0.0.1:9/?v=10"));
        assert!(is_local_gateway("ws://[::1]:9"));
        assert!(!is_local_gateway("wss://gateway.discord.gg"));
        assert!(!is_local_gateway("ws://gateway.discord.gg"));
    }
}
