//! Words that go with people: given names, titles and roles, verbs of saying.
//!
//! Never decides that something is a person's name: it gives the signs, the reader weighs them.

use super::keys::Keys;
use super::tsv::{rows, values};

/// Who bears a name or a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Men.
    Male,
    /// Women.
    Female,
    /// Both, or nobody says.
    Either,
}

impl Gender {
    fn of(letter: &str) -> Self {
        match letter {
            "m" => Self::Male,
            "f" => Self::Female,
            _ => Self::Either,
        }
    }
}

/// What kind of title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TitleKind {
    /// A post or an occupation: "president", "nurse".
    Role,
    /// A rank of an army or the police: "colonel".
    Rank,
    /// "Mr.", "Dr.", "Sir".
    Honorific,
    /// "queen", "duke".
    Noble,
    /// "pope", "imam".
    Clergy,
}

impl TitleKind {
    fn named(name: &str) -> Self {
        match name {
            "rank" => Self::Rank,
            "honorific" => Self::Honorific,
            "noble" => Self::Noble,
            "clergy" => Self::Clergy,
            _ => Self::Role,
        }
    }
}

/// A title or role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// Its usual form, lower-case; the same for all forms of one title ("pm": "prime minister").
    pub name: &'static str,
    /// What kind of title.
    pub kind: TitleKind,
    /// Who bears it.
    pub gender: Gender,
}

/// How a verb reports words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Saying {
    /// Neutral: say, tell, announce.
    Say,
    /// Belief or forecast: think, expect.
    Think,
    /// Denial.
    Deny,
    /// Doubt or fear.
    Doubt,
    /// A promise, threat or plan.
    Promise,
    /// An order or appeal.
    Order,
    /// A question or request.
    Ask,
    /// Consent, admission, backing.
    Accept,
    /// Refusal or opposition.
    Refuse,
    /// A warning.
    Warn,
    /// Praise or thanks.
    Praise,
    /// Accusation or criticism.
    Blame,
    /// A proposal.
    Suggest,
    /// Finding out.
    Learn,
}

impl Saying {
    fn named(class: &str) -> Self {
        match class {
            "think" => Self::Think,
            "deny" => Self::Deny,
            "doubt" => Self::Doubt,
            "promise" => Self::Promise,
            "order" => Self::Order,
            "ask" => Self::Ask,
            "accept" => Self::Accept,
            "refuse" => Self::Refuse,
            "warn" => Self::Warn,
            "praise" => Self::Praise,
            "blame" => Self::Blame,
            "suggest" => Self::Suggest,
            "learn" => Self::Learn,
            _ => Self::Say,
        }
    }
}

/// A small table: values of one kind under names.
#[derive(Clone, Debug)]
pub(super) struct Table<T> {
    keys: Keys,
    list: Vec<T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { keys: Keys::default(), list: Vec::new() }
    }
}

impl<T: Copy> Table<T> {
    /// The first value under `name`.
    pub(super) fn get(&self, name: &str) -> Option<T> {
        self.list.get(self.keys.first(name)? as usize).copied()
    }

    fn add<'a>(&mut self, names: impl Iterator<Item = &'a str>, value: T) {
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        names.for_each(|name| self.keys.add(name, number));
        self.list.push(value);
    }

    fn sorted(mut self) -> Self {
        self.keys.index();
        self
    }
}

/// Given names, with who bears them.
pub(super) fn given_names() -> Table<Gender> {
    let mut names = Table::default();
    for [name, gender] in rows(include_str!("data/names.tsv")) {
        names.add(std::iter::once(name), Gender::of(gender));
    }
    names.sorted()
}

/// Titles and roles under all their forms.
pub(super) fn titles() -> Table<Title> {
    let mut titles = Table::default();
    for [kind, gender, name, others] in rows(include_str!("data/titles.tsv")) {
        for form in std::iter::once(name).chain(values(others)) {
            let (gender, form) = form.split_once(':').unwrap_or((gender, form));
            let title = Title { name, kind: TitleKind::named(kind), gender: Gender::of(gender) };
            titles.add(std::iter::once(form), title);
        }
    }
    titles.sorted()
}

/// Verbs of saying by their base form.
pub(super) fn verbs_of_saying() -> Table<Saying> {
    let mut verbs = Table::default();
    for [verb, class] in rows(include_str!("data/verbs_of_saying.tsv")) {
        verbs.add(std::iter::once(verb), Saying::named(class));
    }
    verbs.sorted()
}

/// What is typed in a chat, and what is meant.
pub(super) fn chat() -> Table<&'static str> {
    let mut chat = Table::default();
    for [typed, meant] in rows(include_str!("data/chat.tsv")) {
        chat.add(std::iter::once(typed), meant);
    }
    chat.sorted()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_name_says_he_or_she() {
        let names = given_names();
        assert_eq!(names.get("Vladimir"), Some(Gender::Male));
        assert_eq!(names.get("Angela"), Some(Gender::Female));
        assert_eq!(names.get("shinzō"), Some(Gender::Male));
        assert_eq!(names.get("Taylor"), Some(Gender::Either));
        assert_eq!(names.get("Parliament"), None);
    }

    #[test]
    fn all_forms_of_a_title_have_one_name() {
        let titles = titles();
        let name = |title| titles.get(title).map(|found| found.name);
        assert_eq!(name("PM"), Some("prime minister"));
        assert_eq!(name("minister of foreign affairs"), Some("foreign minister"));
        assert_eq!(name("U.S. Secretary of State"), Some("secretary of state"));
        assert_eq!(name("CEO"), Some("chief executive"));
    }

    #[test]
    fn a_title_has_a_kind_and_at_times_a_gender() {
        let titles = titles();
        assert_eq!(titles.get("Gen.").map(|it| it.kind), Some(TitleKind::Rank));
        assert_eq!(titles.get("spokeswoman").map(|it| it.gender), Some(Gender::Female));
        assert_eq!(titles.get("queen").map(|it| it.kind), Some(TitleKind::Noble));
    }

    #[test]
    fn verbs_of_saying_have_a_class() {
        let verbs = verbs_of_saying();
        assert_eq!(verbs.get("announce"), Some(Saying::Say));
        assert_eq!(verbs.get("vow"), Some(Saying::Promise));
        assert_eq!(verbs.get("lambaste"), Some(Saying::Blame));
        assert_eq!(verbs.get("walk"), None);
    }

    #[test]
    fn chat_speak_is_spelt_out() {
        let chat = chat();
        assert_eq!(chat.get("wen"), Some("when"));
        assert_eq!(chat.get("ppl"), Some("people"));
        assert_eq!(chat.get("when"), None);
    }
}
