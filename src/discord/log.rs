//! The bot's log: lines on standard error, in which the token never shows, whoever wrote them.

use std::io::{self, Write};
use std::panic;

use tracing::error;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use super::token::Token;

/// What is logged where `RUST_LOG` says nothing.
const DEFAULT: &str = "info,serenity=warn";

/// Starts the log. A panic becomes one line with its place and without its message, as that may
/// hold the words of a question.
pub fn start(token: &Token) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(DEFAULT));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false);
    // It fails where somebody has started a log before; that one is as good.
    let _ = log.with_writer(Scrubbing { token: token.clone(), out: io::stderr }).try_init();
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        error!(place, "a panic");
    }));
}

/// Makes writers that leave the token out.
struct Scrubbing<M> {
    token: Token,
    out: M,
}

impl<'a, W: Write, M: Fn() -> W + 'a> MakeWriter<'a> for Scrubbing<M> {
    type Writer = Line<W>;

    fn make_writer(&'a self) -> Self::Writer {
        Line { token: self.token.clone(), out: (self.out)() }
    }
}

/// Writes a line, which the log gives as a whole.
struct Line<W> {
    token: Token,
    out: W,
}

impl<W: Write> Write for Line<W> {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        self.out.write_all(self.token.scrub(&text).as_bytes())?;
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_left_out_of_every_line() {
        let mut out = Vec::new();
        let mut line = Line { token: Token::new("secret.token"), out: &mut out };
        let text = b"sent secret.token to Discord\n";
        assert_eq!(line.write(text).unwrap(), text.len());
        assert_eq!(out, b"sent [token] to Discord\n");
    }
}
