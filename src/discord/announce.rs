//! What the bot says of itself: how much it knows, how fresh that is, and how to invite it.

use jiff::civil::Date;
use serenity::all::Permissions;

use super::limits;
use super::locale::Locale;
use crate::engine::Engine;
use crate::render::many;

/// What the bot may do where it is invited, each with why it must. It asks for nothing else.
pub const PERMISSIONS: [(Permissions, &str, &str); 4] = [
    (Permissions::VIEW_CHANNEL, "View Channels", "to see the messages that mention it"),
    (Permissions::SEND_MESSAGES, "Send Messages", "to answer them"),
    (Permissions::SEND_MESSAGES_IN_THREADS, "Send Messages in Threads", "to answer in threads too"),
    (
        Permissions::READ_MESSAGE_HISTORY,
        "Read Message History",
        "to reply to the very message that asked",
    ),
];

/// The links by which it is invited: to a server, and to a person's own account.
pub(super) fn invitation(application: u64) -> [String; 2] {
    let all = PERMISSIONS.iter().fold(Permissions::empty(), |all, (one, ..)| all | *one);
    let link = format!("https://discord.com/oauth2/authorize?client_id={application}");
    [
        format!(
            "Invite it to a server: {link}&integration_type=0&permissions={}&scope=bot+applications.commands",
            all.bits()
        ),
        format!("Use it anywhere yourself: {link}&integration_type=1&scope=applications.commands"),
    ]
}

/// How much is known, and how old it is.
pub(super) fn knowledge(engine: &Engine, today: Date) -> String {
    let (articles, facts) = (engine.sources().len(), engine.fact_count());
    let count = format!("Dateline knows {} and {}", many(articles, "article"), many(facts, "fact"));
    match newest(engine) {
        Some(newest) => format!("{count}; {}.", age(newest, today)),
        None => format!("{count}; none of them is dated."),
    }
}

/// What the bot is said to be doing: how fresh its knowledge is.
pub(super) fn presence(engine: &Engine) -> String {
    let text = match newest(engine) {
        Some(newest) => format!("News up to {}", Locale::English.day(newest)),
        None => "No dated articles yet".to_owned(),
    };
    limits::cut(&text, limits::PRESENCE)
}

fn newest(engine: &Engine) -> Option<Date> {
    engine.sources().iter().filter_map(|source| source.published).max()
}

fn age(newest: Date, today: Date) -> String {
    let day = Locale::English.day(newest);
    let days = today.since(newest).map_or(0, |span| span.get_days());
    match usize::try_from(days) {
        Ok(0) => format!("the newest article is of today, {day}"),
        Ok(days) => format!("the newest article is of {day}, {} old", many(days, "day")),
        Err(_) => format!("the newest article is of {day}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn an_invitation_asks_for_what_is_needed_and_nothing_else() {
        let [server, person] = invitation(123);
        assert!(server.contains("client_id=123&integration_type=0&permissions=274877975552&scope=bot+applications.commands"), "{server}");
        assert!(person.contains("integration_type=1&scope=applications.commands"), "{person}");
        assert!(!person.contains("permissions"), "{person}");
    }

    #[test]
    fn the_readme_tells_every_permission_and_why() {
        let readme = include_str!("../../README.md");
        for (_, name, why) in PERMISSIONS {
            assert!(readme.contains(&format!("| {name} | {why} |")), "{name}");
        }
    }

    #[test]
    fn the_age_of_the_knowledge_is_told() {
        let day = jiff::civil::date;
        assert!(age(day(2015, 3, 7), day(2015, 3, 8)).ends_with("7 March 2015, 1 day old"));
        assert!(age(day(2015, 3, 7), day(2016, 3, 7)).ends_with("366 days old"));
        assert!(age(day(2015, 3, 7), day(2015, 3, 7)).contains("of today"));
        assert!(age(day(2015, 3, 7), day(2015, 3, 1)).ends_with("7 March 2015"));
    }

    #[test]
    fn presence_shows_how_fresh_the_knowledge_is() {
        let engine = Knowledge::built_in().into_engine();
        assert_eq!(presence(&engine), "News up to 7 March 2015");
        let line = knowledge(&engine, jiff::civil::date(2015, 3, 8));
        assert!(line.starts_with("Dateline knows 2 articles and "), "{line}");
    }
}
