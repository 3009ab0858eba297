//! What can be known of a candidate: numbers from 0 to 1, most of them yes or no.
//!
//! Those of the first part are taken of every candidate; the others are noticed by the finder
//! that brings it.

macro_rules! measures {
    ($($(#[$meta:meta])* $variant:ident $name:literal,)+) => {
        /// A measure.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub enum Measure { $($(#[$meta])* $variant,)+ }

        impl Measure {
            /// Every measure, in the order of their numbers.
            pub const ALL: &[Measure] = &[$(Measure::$variant,)+];

            /// Its name in the table of weights.
            pub fn as_str(self) -> &'static str {
                match self { $(Measure::$variant => $name,)+ }
            }
        }
    };
}

measures! {
    /// In the headline.
    Headline "in headline",
    /// In the sentence nearest to the headline.
    Lead "in lead",
    /// In the first sentence.
    FirstSentence "in first sentence",
    /// In the second or third sentence.
    EarlySentence "in second or third sentence",
    /// How far down its sentence is.
    Depth "far down",
    /// How much of the headline its sentence says, for sentences.
    Nearness "sentence near headline",
    /// How much of it the headline has, for sentences.
    FromTitle "words of headline",
    /// How much of the headline it has.
    TitleRecall "says headline",
    /// How often the article has its words, on average.
    Repeated "words come again",
    /// How often the article has the rarest of its words.
    RarestRepeated "rarest word comes again",
    /// One word, articles and marks not counted.
    Words1 "1 word",
    /// Two words.
    Words2 "2 words",
    /// Three words.
    Words3 "3 words",
    /// Four or five words.
    Words5 "4 or 5 words",
    /// Six to eight words.
    Words8 "6 to 8 words",
    /// Nine to twelve words.
    Words12 "9 to 12 words",
    /// More words.
    WordsMore "over 12 words",
    /// Inside quotation marks.
    Quoted "quoted",
    /// It has a number.
    Number "has a number",
    /// The share of its words that are proper nouns.
    Proper "proper nouns",
    /// It has a comma or another mark inside.
    Marked "has a mark inside",
    /// It begins with a proper noun.
    BeginsName "begins with name",
    /// It begins with a common noun.
    BeginsNoun "begins with noun",
    /// It begins with a verb that carries tense.
    BeginsFinite "begins with finite verb",
    /// It begins with a past participle.
    BeginsParticiple "begins with past participle",
    /// It begins with an -ing form.
    BeginsGerund "begins with -ing form",
    /// It begins with an infinitive.
    BeginsInfinitive "begins with infinitive",
    /// It begins with a preposition or conjunction.
    BeginsPreposition "begins with preposition",
    /// It begins with an adverb.
    BeginsAdverb "begins with adverb",
    /// It begins with a pronoun.
    BeginsPronoun "begins with pronoun",
    /// Its last word is a noun.
    EndsNoun "ends with noun",
    /// Its last word is a verb.
    EndsVerb "ends with verb",
    /// Nothing stands before it.
    AfterNothing "opens sentence",
    /// It stands after a mark.
    AfterMark "after mark",
    /// It stands after a verb.
    AfterVerb "after verb",
    /// It stands after a noun or adjective.
    AfterNoun "after noun",
    /// Its sentence ends with it.
    BeforeEnd "closes sentence",
    /// It stands before a mark.
    BeforeMark "before mark",
    /// It stands before a preposition.
    BeforePreposition "before preposition",
    /// It stands before a conjunction or relative word that opens a clause.
    BeforeClause "before clause",
    /// It stands before "to".
    BeforeTo "before to",
    /// It stands before "and" or the like.
    BeforeAnd "before and",
    /// It stands before a verb.
    BeforeVerb "before verb",
    /// It stands before a noun.
    BeforeNoun "before noun",
    /// How firmly its first word belongs to the one before.
    TornBefore "torn from word before",
    /// How firmly its last word belongs to the one after.
    TornAfter "torn from word after",
    /// It is all that hangs on one word.
    Constituent "is a constituent",
    /// Its top word is a subject.
    IsSubject "is subject",
    /// Its top word is an object.
    IsObject "is object",
    /// Its top word hangs on a verb by a preposition.
    IsOblique "is oblique",
    /// Its top word is the main verb.
    IsRoot "is main verb",
    /// Its top word is the verb of another clause.
    IsClause "is clause",
    /// Its top word hangs on the main verb.
    OnMain "on main verb",
    /// It stands in a clause inside its sentence.
    InClause "in inner clause",
    /// It stands before the colon of a headline.
    BeforeColon "before colon",
    /// It is the name of a person.
    Person "person",
    /// It is the name of a body.
    Organization "organization",
    /// It is the name of a place.
    Place "place",
    /// It is another name.
    OtherName "other name",
    /// It is only a part of a name.
    PartOfName "part of a name",
    /// Somebody's words, or reported as said.
    Said "in reported speech",

    // Who.
    /// The headline, or what follows its colon, begins with it.
    OpensHeadline "who: opens headline",
    /// Subject of a verb in the headline.
    HeadlineSubject "who: subject in headline",
    /// Before what tells the news in the headline.
    BeforePredicate "who: before predicate",
    /// Subject of the main verb of a sentence.
    MainSubject "who: subject of main verb",
    /// Subject of a passive.
    PassiveSubject "who: subject of passive",
    /// After "by" with a passive.
    Agent "who: agent",
    /// Somebody's thing follows.
    Possessor "who: possessor",
    /// People that are counted.
    Counted "who: people counted",
    /// A name as a whole.
    WholeName "who: whole name",
    /// A noun phrase as a whole.
    WholePhrase "who: whole noun phrase",
    /// The one that speaks.
    Speaker "who: speaker",

    // What.
    /// Begins with the subject.
    FromSubject "what: from subject",
    /// Begins with the verb.
    FromVerb "what: from verb",
    /// Begins with what tells the news in the headline.
    Predicate "what: from predicate",
    /// Goes from the subject over what tells the news in the headline.
    SubjectPredicate "what: from subject of predicate",
    /// Its clause is the main one.
    MainClause "what: main clause",
    /// A noun phrase of the headline.
    Nominal "what: noun phrase",

    // When.
    /// A day.
    Day "when: day",
    /// A part of a day or a time on a day.
    DayAndTime "when: day and time",
    /// A time of day without its day.
    ClockOnly "when: clock",
    /// A month or longer.
    Longer "when: month or longer",
    /// A length of time.
    Duration "when: duration",
    /// Something that comes again.
    Cycle "when: repeated",
    /// The day of publication.
    Published "when: publication day",
    /// The day before.
    DayBefore "when: day before publication",
    /// Two to seven days before.
    WeekBefore "when: week before publication",
    /// Later than publication.
    Future "when: later than publication",
    /// Longer ago than a week.
    Past "when: longer ago",
    /// The share of the article's days that are the same.
    SameDay "when: day comes again",
    /// The first date of the body.
    FirstDate "when: first date",
    /// With what it is counted from: "two days before the election".
    CountedFrom "when: counted from",
    /// With words before it: "the early hours of Wednesday", "shortly before 7 pm".
    Narrowed "when: narrowed",
    /// A year is named.
    HasYear "when: names the year",
    /// Named by a word alone: "today", "now".
    Deictic "when: today",

    // Where.
    /// After "in".
    AfterIn "where: after in",
    /// After "at".
    AfterAt "where: after at",
    /// After "outside", "near", "inside" and the like.
    AfterNear "where: after near",
    /// After "to", "from", "into".
    AfterTo "where: after to",
    /// After another preposition.
    AfterOther "where: after other preposition",
    /// Its preposition stands after a noun, often that of the narrower place.
    OnNoun "where: said of a noun",
    /// No preposition before it.
    Bare "where: no preposition",
    /// A country by its name.
    Country "where: country",
    /// A known city or region.
    KnownPlace "where: known place",
    /// Named after the people or the adjective of a country.
    Demonym "where: demonym",
    /// It has a second part: "Croydon, South London".
    Extended "where: with larger place",
    /// How often the article says "in" or "at" before its last word.
    Located "where: often after in or at",
    /// The share of its mentions that are.
    LocatedShare "where: mostly after in or at",
    /// No place of the article is more often.
    MostLocated "where: most often after in or at",
    /// The share of its mentions that stand behind another name: "Springfield, Illinois".
    Larger "where: mostly behind another name",
    /// It ends with a word for a building or spot.
    Site "where: building or spot",

    // Why and how.
    /// "because" and the like before it.
    Cause "cause",
    /// "over", "amid", "after" with a noun.
    CauseNoun "noun of cause",
    /// "after", "following" before it.
    Sequence "after what",
    /// An infinitive of purpose.
    Purpose "purpose",
    /// "for" before it.
    Behalf "for what",
    /// "as", "when", "while" before it.
    Circumstance "while what",
    /// "by" before an -ing form.
    Means "by doing what",
    /// "with", "using" before it.
    Instrument "with what",
    /// The word that opens it belongs to it.
    WithOpener "with its opening word",
    /// A verb with what belongs to it.
    Action "action",
    /// A verb and its object.
    VerbObject "verb and object",
    /// A noun phrase.
    NounPhrase "noun phrase",
}

/// The measures of one candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures([f32; Measure::ALL.len()]);

impl Default for Measures {
    fn default() -> Self {
        Measures([0.0; Measure::ALL.len()])
    }
}

impl Measures {
    /// Sets one; what was set before is forgotten.
    pub fn set(&mut self, measure: Measure, value: f32) {
        self.0[measure as usize] = value;
    }

    /// Sets one to 1 where something holds.
    pub fn mark(&mut self, measure: Measure, holds: bool) {
        if holds {
            self.set(measure, 1.0);
        }
    }

    /// All numbers, by [`Measure::ALL`].
    pub fn values(&self) -> &[f32] {
        &self.0
    }
}
