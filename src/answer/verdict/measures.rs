//! What is measured of a passage that may prove or disprove: numbers from about -1 to 1.

macro_rules! measures {
    ($($(#[$meta:meta])* $variant:ident $name:literal,)+) => {
        /// A measure.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub(crate) enum Measure { $($(#[$meta])* $variant,)+ }

        impl Measure {
            /// Every measure, in the order of the table of weights.
            pub(crate) const ALL: &[Measure] = &[$(Measure::$variant,)+];

            /// Its name in the table.
            pub(crate) fn as_str(self) -> &'static str {
                match self { $(Measure::$variant => $name,)+ }
            }
        }
    };
}

measures! {
    /// Always 1.
    Bias "bias",
    /// The share of the question that the passage has, or its article as a whole.
    Support "covers question",
    /// The share of what tells passages apart that this one has.
    Telling "covers what tells it apart",
    /// The share of the question's words that are no names which it has.
    Content "covers what is no name",
    /// The share of what tells passages apart and is no name which it has.
    ContentTelling "covers what tells it apart and is no name",
    /// How far it is behind the passage that has most of that, -1 to 0.
    BehindInContent "behind in what is no name",
    /// How far it is behind the passage that has most of the question.
    BehindInSupport "behind in the question",
    /// How far it is behind the passage that has most of what tells passages apart.
    BehindInTelling "behind in what tells apart",
    /// How much more it lacks than the passage that lacks least: the heaviest word of each.
    BehindInMissing "behind in what is missing",
    /// How far it is behind the passage that has most of the actors.
    BehindInActors "behind in actors",
    /// How far it is behind the passage that has most of what it has in one clause.
    BehindInTogether "behind in one clause",
    /// How far it is behind the passage that has best what is said of the subject.
    BehindInPredicate "behind in what is said",
    /// How well it has the most telling word that is no name.
    Foremost "has the foremost word",
    /// Whether it opens its article: that has most of the names.
    Opening "opens its article",
    /// How long it is, 0 to 1 for 50 words or more.
    Length "length",
    /// How well it has what is said of the subject.
    Predicate "has what is said",
    /// Whether it has not.
    NoPredicate "lacks what is said",
    /// The share of what it has of the question that stands in one clause.
    Together "in one clause",
    /// Whether those who act and are acted on are the same.
    SameActors "same actors",
    /// Whether others act or are acted on.
    OtherActors "other actors",
    /// A name of the question that the article does not have.
    MissingName "name missing in article",
    /// How well the name that neither it nor the sentence before has tells passages apart.
    MissingNameHere "name missing",
    /// The weight of the heaviest word that it does not have.
    Missing "word missing",
    /// Whether little but names is met.
    Thin "has little but names",
    /// Whether it is a headline.
    Headline "headline",
    /// Whether it is only feared, hoped, thought or asked for.
    Doubted "only thought of",
    /// Whether it speaks of what is to come where the question asks for what has been.
    TooEarly "still to come",
    /// Whether it speaks of what has been where the question asks for what is to come.
    Over "of what has been",
    /// Whether the like is said of something else.
    OfOthers "of something else",
    /// What its own words cover, as the search counts it.
    Own "found by its words",
    /// How near it is to the top of the passages found, 0 to 1.
    Place "place among passages",
    /// What its article covers.
    Article "article covers question",
    /// Whether it is of the article that the best passage found is of.
    BestArticle "of the best article",
    /// How far it is behind the best passage, by the weights of the ranking, -1 to 0.
    Behind "behind the best passage",
    /// Whether its numbers bear the question's out.
    NumberHolds "number borne out",
    /// Whether they contradict it.
    NumberFails "number contradicted",
    /// Whether the question has a number that it has too.
    SameFigure "same figure",
    /// Whether the question has a number, and it has only others of the same form.
    OtherFigure "only another figure",
    /// "Second" to "second".
    SameOrdinal "same place in a row",
    /// "Third" to "second".
    OtherOrdinal "another place in a row",
    /// Whether it has the time asked for.
    TimeFits "time fits",
    /// Whether it has another.
    TimeDiffers "time differs",
    /// Whether it has another place or time instead of the question's.
    Exchanged "something else instead",
    /// Whether those who act and are acted on are exchanged, or somebody else does
    /// what only one can.
    OtherDoer "done by another",
    /// Whether it says that there was nothing but something else.
    OnlyAnother "only something else",
    /// How far it is trusted to answer the question without one of its words, with that very word.
    ToldSame "told the same where it is asked for",
    /// The same with another time.
    ToldOtherTime "told another time where it is asked for",
    /// With another number.
    ToldOtherNumber "told another number where it is asked for",
    /// With another place.
    ToldOtherPlace "told another place where it is asked for",
    /// With another name.
    ToldOtherName "told another name where it is asked for",
    /// "Should have rung": it did not.
    Unreal "should have been",
    /// "If it had rung": it is only supposed.
    Supposed "only supposed",
    /// Whether somebody else who is named does it, and the question's person is not there.
    OtherPerson "of another person",
    /// Whether the rules say No: -1 for Yes, 1 for No.
    Rule "by the rules",
    /// The same, as far as it has what is said of the subject.
    SureRule "by the rules, where it has what is said",
    /// The same, as far as it has what tells passages apart and is no name.
    ToldRule "by the rules, where it has what tells it apart",
    /// Whether the question denies.
    QuestionTurned "question denies",
    /// Whether the passage denies, and the question does not, or the other way round.
    Turned "one of them denies",
    /// Whether a word of the opposite sense stands in the place of one of the question's.
    Opposed "opposite in its place",
    /// Whether the opposite of a word of the question stands anywhere in it.
    OppositeNearby "opposite somewhere",
    /// Whether the clause has a denying word where the question has none, or the other way round.
    DenialInClause "denying word in the clause of one",
    /// The same of the passage as a whole.
    DenialAnywhere "denying word in one",
    /// The share of what the two have in common that only one of them denies.
    DeniedShare "share that only one denies",
    /// Whether only one of them denies the word that the rules go by.
    DeniedAnchor "only one denies what is said",
    /// Whether only one of them is a denial as a whole.
    DenialAsWhole "one is a denial",
    /// Whether it has a word of lack, whatever that belongs to, and the question has none.
    LackHere "word of lack",
    /// The same, where it has few other words that it could belong to.
    LackInFew "word of lack among few",
    /// Whether only the question has one.
    LackAsked "word of lack in the question",
    /// Whether it is short and denies.
    ShortDenial "short denial",
    /// Whether the question asks for anybody or anything.
    AsksAny "asks for any",
    /// The same, where the passage has a word of lack.
    AnyDenied "asks for any, and one is lacking",
    /// Whether both deny.
    BothDeny "both deny",
    /// Whether the question asks if it is still so.
    AsksStill "asks if still",
    /// The same, where the passage tells of an end or a past.
    StillEnded "asks if still, and it ended",
    /// Whether the question asks if it is so already, and the passage speaks of what is to come.
    AlreadyAhead "asks if already, and it is to come",
    /// What the sentence before covers of what tells passages apart, where this one refers back.
    Refers "refers to the sentence before",
    /// Whether the question asks if something is admitted or agreed to.
    AsksAdmission "asks if admitted",
    /// Whether the question asks for all or both.
    AsksAll "asks for all",
    /// "Male" to "female", "Tuesday" to "Monday".
    Contrast "another of a set",
    /// The same, said of a word that the question has, too.
    ContrastInPlace "another of a set in its place",
    /// "Gave no reason" to "did they explain".
    Unsaid "asks if told, and nothing is",
    /// Whether both have the same thing grow, or both have it shrink.
    SameGrowth "both grow or both shrink",
    /// "Reduction of crops" to "bigger harvests".
    OtherGrowth "one grows, one shrinks",
    /// Whether both accept or both refuse: "turned down" to "say no".
    SameAttitude "both accept or both refuse",
    /// "Denied" to "admit".
    OtherAttitude "one accepts, one refuses",
    /// "For the first time" to "before".
    FirstTime "first time where one before is asked for",
    /// "Before" to "for the first time".
    NotFirstTime "one before where the first time is asked for",
    /// Whether it has "only", and the question does not.
    Only "only",
    /// Whether it says what has still to be done.
    Pending "still to be done",
    /// What the reader makes of it.
    Read "read",
    /// How far it is behind the passage of which the reader makes most, down to -1.
    BehindInRead "behind in what is read",
}

/// The measures of one passage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measures(pub(crate) [f32; Measure::ALL.len()]);

impl Default for Measures {
    fn default() -> Self {
        Measures([0.0; Measure::ALL.len()])
    }
}

impl Measures {
    /// Sets one.
    pub(super) fn set(&mut self, measure: Measure, value: f32) {
        self.0[measure as usize] = value;
    }

    /// Sets one to 1 where `holds`.
    pub(super) fn flag(&mut self, measure: Measure, holds: bool) {
        self.set(measure, f32::from(u8::from(holds)));
    }

    /// Sets what the rules say, Yes where `holds`, by itself and as far as the passage has what is
    /// said of the subject and what tells it apart, which are to be measured before.
    pub(super) fn set_rule(&mut self, holds: bool) {
        let rule = if holds { -1.0 } else { 1.0 };
        self.set(Measure::Rule, rule);
        self.set(Measure::SureRule, rule * self.of(Measure::Predicate));
        self.set(Measure::ToldRule, rule * self.of(Measure::ContentTelling));
    }

    /// One of them.
    pub(super) fn of(&self, measure: Measure) -> f32 {
        self.0[measure as usize]
    }
}
