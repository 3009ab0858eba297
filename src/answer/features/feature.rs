//! Every measure: its name and what it says.

macro_rules! features {
    ($($(#[$meta:meta])* $variant:ident $name:literal,)+) => {
        /// A measure.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub(crate) enum Feature { $($(#[$meta])* $variant,)+ }

        impl Feature {
            /// Every measure, in the order of the weights.
            pub(crate) const ALL: &[Feature] = &[$(Feature::$variant,)+];

            /// Its name in the table of weights and in explanations.
            pub(crate) fn as_str(self) -> &'static str {
                match self { $(Feature::$variant => $name,)+ }
            }
        }
    };
}

features! {
    /// Always 1.
    Bias "bias",
    /// The share of the question that the passage itself covers.
    Coverage "passage covers question",
    /// The share that the passage covers of what tells the passages of its article apart.
    Telling "passage covers what tells it apart",
    /// The share that its whole article covers.
    ArticleCoverage "article covers question",
    /// The weight of the heaviest word that the article has nowhere.
    Missing "word missing in article",
    /// The weight of the heaviest word that the passage does not have.
    MissingHere "word missing in passage",
    /// A name of the question that the article does not have.
    MissingName "name missing in article",
    /// A name of the question that the passage does not have.
    MissingNameHere "name missing in passage",
    /// How well the main verb is met.
    Predicate "main verb met",
    /// The weight of the main verb where the passage does not have it.
    NoPredicate "main verb missing",
    /// The weight of the main verb where the whole article does not have it.
    Unheard "main verb missing in article",
    /// The share of the question's arcs that the passage has too.
    Arcs "arcs met",
    /// The share of the question's neighbouring words that are near here too.
    Order "neighbours met",
    /// The passage's score against the best one's.
    Relative "passage against best",
    /// The passage found first.
    FirstHit "best passage",
    /// The headline.
    Title "headline",
    /// The first paragraph.
    Lead "first paragraph",
    /// Its length, in words, by 50.
    Long "long passage",
    /// The article in talk.
    InTalk "article in talk",
    /// How near it stands to what answered last in this conversation.
    NearTalk "near last answer",
    /// It is the sentence that answered last.
    AtTalk "sentence of last answer",
    /// It is that sentence, and the question only asks for more of what it says: "when?"
    AtTalkAskedOn "sentence of last answer asked on",
    /// It is the sentence right after that one.
    AfterTalk "sentence after last answer",
    /// It stands in the paragraph that answered last.
    ParagraphOfTalk "paragraph of last answer",
    /// It says again what answered last.
    AgainInTalk "says last answer again",
    /// It does, where the same is asked of something else: "and the brother?"
    AgainOfAnother "says last answer again of another",
    /// A noun of the question stands here with a word that contradicts the question's: "second
    /// debate" for "first debate".
    Contrary "noun with a contrary word",
    /// Time of the question's and the passage's verbs agree.
    Tense "tense agrees",
    /// One is negated and the other is not.
    Negation "negation differs",
    /// How well its type fits what is expected.
    Type "type fits",
    /// Its type cannot be what is expected.
    TypeMiss "type misses",
    /// How near its noun is to the noun asked for.
    Focus "noun asked for",
    /// The noun asked for is met, and this is at it.
    FocusNear "at noun asked for",
    /// It fills the place of the question word.
    Slot "fills the place",
    /// It fills another place of the same verb.
    SlotMiss "fills another place",
    /// It hangs on the main verb as an adjunct.
    Adjunct "adjunct of main verb",
    /// Nearness in the tree to the main verb.
    NearPredicate "near main verb",
    /// Nearness in the tree to the question's words, by their weight.
    Near "near question's words",
    /// The share of what the passage has of the question that stands in the candidate's own clause.
    SameClause "in one clause",
    /// The share of all that the question says that stands in the candidate's own clause.
    ClauseCovers "clause covers question",
    /// The question's subject is an argument of the verb that the candidate belongs to.
    SameSubject "subject of its verb",
    /// Somebody else than the question's subject does what its verb says.
    OtherSubject "somebody else is its subject",
    /// Nearness in words to the question's words, by their weight.
    NearInWords "words away",
    /// The share of it that the question already says.
    Repeats "repeats question",
    /// All of it is in the question.
    RepeatsAll "says nothing new",
    /// Preposition as asked.
    Preposition "preposition fits",
    /// Length in words, by 10.
    Length "length",
    /// One word.
    Single "one word",
    /// A name.
    IsName "is a name",
    /// A noun phrase.
    IsPhrase "is a noun phrase",
    /// A phrase with its preposition.
    IsPrepositional "is a prepositional phrase",
    /// A date.
    IsDate "is a date",
    /// A number.
    IsNumber "is a number",
    /// A clause.
    IsClause "is a clause",
    /// A quotation.
    IsQuotation "is a quotation",
    /// The whole sentence.
    IsSentence "is a sentence",
    /// A pronoun, or words that only stand for something.
    IsPronoun "is a pronoun",
    /// Its words only stand for a name.
    StandsFor "stands for a name",
    /// It does not seem to count what is asked for, or stands where nothing is said of that.
    Miscounts "counts something else",
    /// It certainly does not: an age is no number of votes, nor the hurt are the dead.
    CannotCount "cannot be the count",
    /// It is a count, and the article has nothing like the question's verb.
    Uncounted "verb of the count missing",
    /// Its noun is of another kind than the noun asked for: a place where an animal is.
    OtherKind "of another kind",
    /// It is no hotel where a hotel is asked for.
    WrongSort "of another sort",
    /// A date that only describes a thing: "a 2005 model".
    DateOfThing "date of a thing",
    /// The date is as exact as the year, month or day asked for, or is not.
    Grain "as exact as asked",
    /// The date lies behind or ahead of the report, as the question has it, or does not.
    Side "behind or ahead as asked",
    /// The date is long past where one to come is asked for, or only tells since when
    /// nothing like it was.
    WrongTime "cannot be then",
    /// The date only opens or closes a stretch ("since 1908"), and no such is asked for.
    OpenEnded "opens or closes a stretch",
    /// The date is a day of the week before the report.
    Recent "is recent",
    /// It hangs on a noun that the question does not have: "the retirement of the ships *in 2011*".
    OfOtherNoun "of another noun",
    /// It stands in a clause that only describes a noun: "the picture, painted *in 1641*, …".
    Aside "in an aside",
    /// It belongs to another time that the like of what is asked about happened, or to what
    /// it is counted from: "the *last* strike, in 1994", "last year 64 died", "the first
    /// since the war of 1990".
    AnotherTime "of another time",
    /// It tells when or where something was said, and the question does not ask for that.
    OfSaying "of the saying",
    /// The place is that from where and not to where, or the other way about.
    WrongWay "goes the other way",
    /// The place only describes a thing: "*Portugal's* president".
    PlaceOfThing "place of a thing",
    /// The place is a country.
    IsCountry "is a country",
    /// The words are somebody else's by name, and the one asked about is named or
    /// speaks elsewhere here.
    OtherSpeaker "somebody else speaks",
    /// Another than the one asked about says it: "the *police* said".
    SaidByOther "said by another",
    /// Nothing tells that the one asked about speaks here.
    NotSpeaking "nobody asked about speaks",
    /// It begins with an article or the like.
    Determiner "begins with an article",
    /// Nothing of the core is cut off.
    Whole "is complete",
    /// It comes after the question's words.
    After "after question's words",
    /// Subject of its sentence.
    IsSubject "is subject",
    /// Object of its verb.
    IsObject "is object",
    /// Words that give reasons.
    Causal "gives a reason",
    /// Words that may give a reason: "after", "for".
    MayCause "may give a reason",
    /// A verb or noun in it names a reason, or words behind its first ones give one.
    NamesCause "names a reason",
    /// A reason, or means, beside the event that is asked about.
    CauseOfAsked "reason of what is asked about",
    /// A reason of something else: nothing of the question stands in its clause or the one above.
    OfOtherEvent "reason of something else",
    /// What it says again of the question, without a sign of a reason or of the means.
    Restates "only says it again",
    /// The words before it tell that it is a name, or what somebody calls a thing.
    Named "told to be a name",
    /// They tell a name of before, which is asked for.
    NamedBefore "told to be the name of before",
    /// They tell a name of before where the present one is asked for, or the other way round.
    OtherTimeOfName "name of another time",
    /// An open infinitive: "to ease tensions".
    Purpose "gives a purpose",
    /// It tells what a name is.
    Describes "describes",
    /// Words said by the one asked about.
    Said "said by the one asked about",
    /// The same as what tells apart, where words that the article has often count next to nothing.
    Sharp "passage covers what is rare in its article",
    /// The share of the words that are no names.
    WordsCovered "passage covers the words",
    /// The share of the names.
    NamesCovered "passage covers the names",
    /// How well the word is met that tells most.
    Foremost "foremost word met",
    /// The share of the question that the passage has in the very same words.
    Exact "same words",
    /// The better of what the sentences before and after cover.
    Beside "sentences beside cover question",
    /// What the headline of its article covers.
    Headline "headline covers question",
    /// The same in the first paragraph, which tells what the headline does: when, where and who.
    MainEvent "opens the report of it",
    /// Its place among the passages found, as 1/n.
    Place "place among passages",
    /// Its clause is that of the question's verb.
    OwnVerb "of the question's verb",
    /// The passage has the question's verb, and its clause has another.
    OtherVerb "of another verb",
    /// It is of another verb, and the question's verb has a date or figure of its own.
    Outdone "the verb has another",
    /// How well what it is called fits the role asked for.
    Role "has the role",
    /// Somebody of a role is asked for, and nothing says that it has that role.
    NoRole "has not the role",
    /// It has the role for the one asked about: "its president".
    RoleOwner "role of the one asked about",
    /// It has the role where one is asked for who had it.
    OtherTime "role at another time",
    /// It has the role for somebody else who is named, and the one asked about is named, too.
    WrongOwner "role of another name",
    /// The share of what the question says of the role that the passage does not have.
    RoleModifiers "words of the role missing",
    /// It is of the nation or age that the question says of the one asked for.
    AsTold "is as the question says",
    /// It is of another nation, age or sex than the one asked for.
    NotAsTold "is not as the question says",
    /// It has no name, and the name stands beside it: "a nurse, Ann Lee".
    NamedBeside "name stands beside it",
    /// The name only says which thing, or of where somebody is: "the *Moreau* hospital", "an
    /// officer of the *coast guard*".
    NameOfThing "name of a thing",
    /// It owns a thing, and no owner is asked for: "*Lee*'s men".
    Owns "owner of a thing",
    /// It owns what the question speaks of: "*Lee*'s win" where it asks who won.
    OwnsMet "owner of what the question says",
    /// It owns the thing whose owner is asked for.
    OwnsAsked "owner of what is asked for",
    /// It speaks here, and somebody is asked for who says or thinks something.
    Speaks "speaks here",
    /// It speaks here, and somebody is asked for who does something else.
    OnlySpeaks "only speaks here",
    /// It is somebody, or a paper, that only was told something.
    Listener "was only told",
    /// It is somebody else whom the question names by what they are.
    SomebodyElse "is somebody else of the question",
    /// It no longer has the role where one is asked for who has it.
    NoLonger "has the role no longer",
    /// A name is asked for, and it has none.
    Nameless "has no name",
    /// What the reader makes of its passage, by 5; of the best ones only.
    Read "read",
    /// How much more it makes of it than of any other passage, by 5; of the best one only.
    ReadAhead "read ahead of other passages",
    /// Its share of the chances of all candidates; measured of the best one only.
    Share "share of all chances",
    /// The share of all candidates of its passage; of the best one only.
    PassageShare "share of its passage",
    /// How far it is ahead of the best of another passage, by 5; of the best one only.
    Ahead "ahead of other passages",
    /// Its score, from 20 on, by 5; of the best one only.
    Height "height of its score",
}

impl Feature {
    /// Those that tell how far the best candidate is ahead, and are measured of no other.
    pub(crate) const LEAD: [Feature; 5] = [
        Feature::ReadAhead,
        Feature::Share,
        Feature::PassageShare,
        Feature::Ahead,
        Feature::Height,
    ];
}

/// The measures of one candidate, by [`Feature`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FeatureVector(pub(crate) [f32; Feature::ALL.len()]);

impl FeatureVector {
    /// Sets one.
    pub(crate) fn set(&mut self, feature: Feature, value: f32) {
        self.0[feature as usize] = value;
    }

    /// Sets one to 1 where `holds`.
    pub(crate) fn flag(&mut self, feature: Feature, holds: bool) {
        self.set(feature, if holds { 1.0 } else { 0.0 });
    }
}
