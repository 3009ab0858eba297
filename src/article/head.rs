//! The head of a page: everything before the first paragraph of the article.
//!
//! In go the blocks, out come the title, the short lines that go with it, and where the body
//! begins; masthead lines go into the details. Navigation above the title is passed over.

use super::boilerplate::{self, Verdict};
use super::masthead;
use super::outlets;
use super::page::{Block, Details};
use super::shape;

/// How many blocks may stand before the first paragraph.
const LONGEST: usize = 60;

/// The fewest words of a title; shorter lines are titles only where there is nothing longer.
const TITLE_WORDS: usize = 4;

/// The most words of a title.
const LONGEST_TITLE: usize = 30;

/// What stands before the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The short lines between title and body, in their order: a standfirst, a first heading.
    pub(super) leads: Vec<String>,
    /// The first block of the body.
    pub(super) body: usize,
}

/// Reads the head of `blocks` into `details`.
pub(super) fn read(blocks: &[Block], details: &mut Details) -> Head {
    let (lines, body) = lines(blocks, details);
    let title = match details.title.take() {
        Some(title) => Title::repeated(title, &lines),
        None => Title::among(&lines),
    };
    let leads = lines.iter().skip(title.lines).filter(|line| line.may_lead());
    let leads = leads.map(|line| line.text.to_owned()).collect();
    let others = lines.iter().enumerate().filter(|(at, _)| at + 1 != title.lines);
    let author = others.filter_map(|(_, line)| line.credit).find(|name| !name.is_empty());
    let author = author.map(str::to_owned);
    details.author = details.author.take().or(author);
    details.title = title.text.map(|text| without_site(&text, details));
    Head { leads, body }
}

/// A line that may be the title.
struct Line<'b> {
    text: &'b str,
    heading: bool,
    /// The person that it names, or nobody where it gives a role.
    credit: Option<&'b str>,
}

impl Line<'_> {
    /// Whether it can stand between title and body; shorter lines are left from navigation.
    fn may_lead(&self) -> bool {
        self.credit.is_none() && shape::words(self.text) >= 3
    }
}

/// The lines before the first paragraph that are neither boilerplate nor masthead, and where that
/// paragraph is.
fn lines<'b>(blocks: &'b [Block], details: &mut Details) -> (Vec<Line<'b>>, usize) {
    let mut lines: Vec<Line<'b>> = Vec::new();
    let mut before = Before::default();
    for (at, block) in blocks.iter().enumerate().take(LONGEST) {
        let text = boilerplate::without_end_mark(&block.text);
        let verdict = boilerplate::verdict(block);
        let titled = details.title.is_some()
            || lines.iter().any(|line| shape::words(line.text) >= TITLE_WORDS);
        let may_be_one = verdict == Verdict::Article
            || verdict == Verdict::Boilerplate && shape::is_row_of_links(text);
        let below = titled && details.published.is_none() && may_be_one;
        let found = masthead::read(text)
            .or_else(|| masthead::dated(text).filter(|_| below && !shape::is_prose(text)));
        let is_masthead = found.is_some();
        if let Some(found) = found {
            details.fill(found);
        } else if verdict == Verdict::Article {
            let next =
                || blocks.get(at + 1).and_then(|block| masthead::read(&block.text)).is_some();
            if !is_line(text, block.heading, lines.is_empty(), next) {
                return (lines, at);
            }
            let near = before.masthead || titled || next();
            let credit = masthead::credited(text).filter(|_| near);
            if !before.caption {
                lines.push(Line { text, heading: block.heading, credit });
            }
        }
        before = Before { masthead: is_masthead, caption: verdict == Verdict::CaptionLabel };
    }
    (lines, blocks.len().min(LONGEST))
}

/// What the block before was.
#[derive(Clone, Copy, Default)]
struct Before {
    masthead: bool,
    caption: bool,
}

/// Whether the block is a line rather than a paragraph. The first one may be a title that ends
/// as a sentence does: in "?" or "!", or right before a masthead line.
fn is_line(text: &str, heading: bool, first: bool, before_masthead: impl Fn() -> bool) -> bool {
    let short = shape::words(text) <= LONGEST_TITLE;
    heading && short
        || !shape::is_prose(text)
        || first && short && (asks(text) || before_masthead())
}

/// Whether `text` is one sentence that ends in "?" or "!", perhaps inside a quote.
fn asks(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’']);
    let inner = bare.trim_end_matches(['?', '!']);
    inner.len() < bare.len() && !inner.contains(['?', '!']) && !inner.contains(". ")
}

/// The title, and how many lines it takes with those before it.
struct Title {
    text: Option<String>,
    lines: usize,
}

impl Title {
    /// The title that the markup gives, where the lines repeat it.
    fn repeated(title: String, lines: &[Line<'_>]) -> Self {
        let same = |line: &Line<'_>| line.credit.is_none() && is_same(line.text, &title);
        let at = lines.iter().position(same);
        let text = at.map_or(title.clone(), |at| lines[at].text.to_owned());
        Self { text: Some(text), lines: at.map_or(0, |at| at + 1) }
    }

    /// The first heading of the markup; else the first line that is long enough; else the first.
    fn among(lines: &[Line<'_>]) -> Self {
        let long =
            |line: &Line<'_>| (TITLE_WORDS..=LONGEST_TITLE).contains(&shape::words(line.text));
        let at = lines
            .iter()
            .position(|line| line.heading && line.credit.is_none())
            .or_else(|| lines.iter().position(|line| long(line) && line.credit.is_none()))
            .or_else(|| {
                lines.iter().position(|line| {
                    line.credit.is_none() && shape::words(line.text) <= LONGEST_TITLE
                })
            })
            // "Night Market in Taipei" may be somebody in Taipei; some line is the title.
            .or_else(|| lines.iter().position(|line| line.text.contains(" in ")));
        Self { text: at.map(|at| lines[at].text.to_owned()), lines: at.map_or(0, |at| at + 1) }
    }
}

/// Whether `line` repeats `title`, perhaps with the name of the site before or behind it, or in
/// a longer or shorter form: most words of the shorter one stand in the other.
fn is_same(line: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect()
    };
    let (line, title) = (words(line), words(title));
    let shared = line.iter().filter(|word| title.contains(word)).count();
    let shorter = line.len().min(title.len());
    shared > 0 && (line == title || shorter >= 3 && shared * 10 >= shorter * 7)
}

/// Letters and digits alone, to compare titles by.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The title without the name of the site behind it, which goes into the details.
fn without_site(title: &str, details: &mut Details) -> String {
    let mark = [" | ", " - ", " – ", " — ", " :: ", " « "]
        .into_iter()
        .filter_map(|mark| title.rfind(mark).map(|at| (at, mark)));
    let Some((at, mark)) = mark.max() else { return title.to_owned() };
    let site = title[at + mark.len()..].trim();
    let told = details.outlet.as_deref().is_some_and(|outlet| letters(outlet) == letters(site));
    let known = outlets::named(site).or_else(|| outlets::looks_like_one(site).then_some(site));
    if !told && known.is_none() {
        return title.to_owned();
    }
    details.outlet.get_or_insert_with(|| known.unwrap_or(site).to_owned());
    title[..at].trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROSE: &str = "The mayor said on Monday that the bridge would be closed for a year.";

    fn head(lines: &[&str]) -> (Option<String>, Vec<String>, usize) {
        let blocks: Vec<Block> =
            lines.iter().chain([&PROSE]).map(|line| Block::plain(line)).collect();
        let mut details = Details::default();
        let head = read(&blocks, &mut details);
        (details.title, head.leads, head.body)
    }

    #[test]
    fn the_first_line_is_the_title() {
        let (title, leads, body) = head(&["Bridge closed for a year", "Ferry to run all night"]);
        assert_eq!(title.as_deref(), Some("Bridge closed for a year"));
        assert_eq!(leads, ["Ferry to run all night"]);
        assert_eq!(body, 2);
    }

    #[test]
    fn a_title_may_look_like_somebody_somewhere() {
        for title in ["Night Market in Taipei draws thousands", "Night Market in Taipei"] {
            let blocks: Vec<Block> =
                [title, "Newswire, May 3, 2020", PROSE].map(Block::plain).into();
            let mut details = Details::default();
            read(&blocks, &mut details);
            assert_eq!((details.title.as_deref(), details.author), (Some(title), None));
        }
    }

    #[test]
    fn navigation_and_section_names_are_passed_over() {
        for above in ["World / Europe", "You are here: Home", "Politics", "Skip to content"] {
            let (title, leads, _) = head(&[above, "Bridge closed for a year"]);
            assert_eq!(title.as_deref(), Some("Bridge closed for a year"), "{above}");
            assert!(leads.is_empty(), "{above}");
        }
    }

    #[test]
    fn a_name_next_to_the_date_is_the_author() {
        let blocks: Vec<Block> =
            ["Bridge closed for a year", "Jane Doe", "3 May 2020", PROSE].map(Block::plain).into();
        let mut details = Details::default();
        let head = read(&blocks, &mut details);
        assert_eq!(details.author.as_deref(), Some("Jane Doe"));
        assert!(head.leads.is_empty());
    }

    #[test]
    fn a_line_with_a_date_below_the_title_need_not_be_understood() {
        let bars = "Stretto | Jane Doe and Piet Vos | 3 May 2020, 18:05";
        let blocks: Vec<Block> = ["Bridge closed for a year", bars, PROSE].map(Block::plain).into();
        let mut details = Details::default();
        read(&blocks, &mut details);
        assert_eq!(details.published, Some(jiff::civil::date(2020, 5, 3)), "{bars}");
        let lines = ["Bridge closed for a year", "Gazzetta dello Stretto, 3 May 2020", PROSE];
        let mut details = Details::default();
        let head = read(&lines.map(Block::plain), &mut details);
        assert_eq!((head.leads.len(), head.body), (0, 2));
        assert_eq!(details.published, Some(jiff::civil::date(2020, 5, 3)));
        let mut details = Details::default();
        read(&[lines[1], PROSE].map(Block::plain), &mut details);
        assert_eq!(details.published, None, "it may be the title");
    }

    #[test]
    fn a_name_with_a_post_is_the_author() {
        let blocks: Vec<Block> =
            ["Bridge closed for a year", "Jane Doe, Science Correspondent", "3 May 2020", PROSE]
                .map(Block::plain)
                .into();
        let mut details = Details::default();
        assert!(read(&blocks, &mut details).leads.is_empty());
        assert_eq!(details.author.as_deref(), Some("Jane Doe"));
    }

    #[test]
    fn a_title_may_end_as_a_sentence_does() {
        let (title, _, body) = head(&["Is the bridge closed for good?", "3 May 2020"]);
        assert_eq!((title.as_deref(), body), (Some("Is the bridge closed for good?"), 2));
        let (title, _, body) = head(&["The bridge is closed for good.", "By Jane Doe"]);
        assert_eq!((title.as_deref(), body), (Some("The bridge is closed for good."), 2));
    }

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_title() {
        let (title, _, _) = head(&["Bridge closed for a year - BBC News"]);
        assert_eq!(title.as_deref(), Some("Bridge closed for a year"));
        let (title, _, _) = head(&["Bridge closed for a year - ferry runs"]);
        assert_eq!(title.as_deref(), Some("Bridge closed for a year - ferry runs"));
    }

    #[test]
    fn an_article_may_have_no_title() {
        assert_eq!(head(&[]), (None, vec![], 0));
    }
}
