//! What goes wrong between the bot and Discord, sorted once: sentences for the operator that say
//! what to do, and for a single request what it means.
//!
//! Nothing here shows an address, since Discord's addresses hold secrets.

use std::error::Error as _;

use serenity::gateway::GatewayError;
use serenity::http::{HttpError, StatusCode};

/// Why the bot does not run. Each is one line for the person who started it.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Discord does not know the token.
    #[error(
        "Discord refuses the token: copy it anew from the portal (Bot, Reset Token) into DISCORD_TOKEN."
    )]
    WrongToken,
    /// The application may not use an intent.
    #[error(
        "Discord refuses the bot's intents ({0}): the bot asks for none that is privileged, so check that DISCORD_TOKEN is of the right application."
    )]
    RefusedIntents(&'static str),
    /// The bot was started too often today.
    #[error("Discord allows no further start today: wait {0} minutes and start once.")]
    TooManyStarts(u64),
    /// Another server was named, and it is not on this machine.
    #[error(
        "DISCORD_API_BASE is {0:?}, but must be on this machine, like http://127.0.0.1:8080: the token goes there."
    )]
    BadBase(String),
    /// The other server names a gateway elsewhere.
    #[error(
        "the server of DISCORD_API_BASE names no gateway on this machine (GET /api/v10/gateway): the bot stops before it sends its token elsewhere."
    )]
    ForeignGateway,
    /// The application may not have commands.
    #[error(
        "Discord does not let the application have commands: invite the bot anew by its link, with the scope applications.commands."
    )]
    NoCommands,
    /// Discord cannot be reached, or answers something odd.
    #[error("Discord cannot be reached ({0}): check the network and https://discordstatus.com.")]
    Unreachable(String),
}

impl Failure {
    /// Why the first requests failed.
    pub(super) fn at_start(error: &serenity::Error) -> Self {
        match (Trouble::of(error), error) {
            (Trouble::Unauthorized, _) => Self::WrongToken,
            (_, serenity::Error::Gateway(error)) => Self::of_gateway(error),
            _ => Self::Unreachable(describe(error)),
        }
    }

    fn of_gateway(error: &GatewayError) -> Self {
        match error {
            GatewayError::InvalidAuthentication => Self::WrongToken,
            GatewayError::InvalidGatewayIntents => Self::RefusedIntents("close code 4013"),
            GatewayError::DisallowedGatewayIntents => Self::RefusedIntents("close code 4014"),
            other => Self::Unreachable(other.to_string()),
        }
    }
}

/// What a failed request means for what the bot does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The token is not accepted.
    Unauthorized,
    /// The channel is closed to the bot for want of this permission.
    Forbidden(&'static str),
    /// The three seconds are over, or the message is gone.
    Gone,
    /// Somebody, perhaps an earlier try of the same request, has answered already.
    AlreadyAnswered,
    /// Another try may do.
    Passing,
    /// Discord does not take what was sent; less of it may do.
    Refused,
    /// Nothing to be done about.
    Lasting,
}

impl Trouble {
    /// Sorts an error by Discord's code, and by the status where that says more.
    pub(super) fn of(error: &serenity::Error) -> Self {
        let serenity::Error::Http(error) = error else { return Self::Lasting };
        let HttpError::UnsuccessfulRequest(response) = error else { return Self::Passing };
        match (response.error.code, response.status_code) {
            (10_062 | 10_008 | 10_015 | 50_027, _) => Self::Gone,
            (40_060, _) => Self::AlreadyAnswered,
            (50_001, _) => Self::Forbidden("View Channel"),
            (50_007, _) => Self::Forbidden("a person who takes direct messages"),
            (160_002, _) => Self::Forbidden("Read Message History"),
            (_, StatusCode::UNAUTHORIZED) => Self::Unauthorized,
            (_, StatusCode::BAD_REQUEST) => Self::Refused,
            (_, StatusCode::FORBIDDEN) => {
                Self::Forbidden("Send Messages, in a thread Send Messages in Threads")
            }
            (_, StatusCode::TOO_MANY_REQUESTS) => Self::Passing,
            (_, status) if status.is_server_error() => Self::Passing,
            _ => Self::Lasting,
        }
    }
}

/// An error in words for the log, without the address, which holds secrets.
pub(super) fn describe(error: &serenity::Error) -> String {
    match error {
        serenity::Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            format!("{} {}: {}", response.status_code.as_u16(), response.error.code, error)
        }
        serenity::Error::Http(HttpError::Request(request)) => cause(request),
        other => other.to_string(),
    }
}

/// The innermost cause of a request that did not go out; the outer ones tell the address.
fn cause(request: &reqwest::Error) -> String {
    let mut cause = request.source();
    while let Some(inner) = cause.and_then(|cause| cause.source()) {
        cause = Some(inner);
    }
    match cause {
        Some(cause) => cause.to_string(),
        None if request.is_timeout() => "no answer in time".to_owned(),
        None => "the request failed".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_is_one_line_that_says_what_to_do() {
        let failures = [
            Failure::WrongToken,
            Failure::RefusedIntents("close code 4014"),
            Failure::TooManyStarts(3),
            Failure::BadBase("http://evil\n".into()),
            Failure::ForeignGateway,
            Failure::NoCommands,
            Failure::Unreachable("connection refused".into()),
        ];
        for failure in failures {
            let line = failure.to_string();
            assert!(!line.contains('\n') && line.contains(": ") && line.ends_with('.'), "{line}");
        }
    }

    #[test]
    fn the_gateways_refusals_are_told_apart() {
        let told = |error| Failure::at_start(&serenity::Error::Gateway(error)).to_string();
        assert!(told(GatewayError::InvalidAuthentication).contains("DISCORD_TOKEN"));
        assert!(told(GatewayError::DisallowedGatewayIntents).contains("4014"));
    }
}
