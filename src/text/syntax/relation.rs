//! What a word is to its head, as Universal Dependencies name it.

use super::tag::names;

names! {
    /// A dependency relation of Universal Dependencies, with the subtypes that are told apart.
    ///
    /// See <https://universaldependencies.org/en/dep/>. Other subtypes count as their plain
    /// relation (`nsubj:outer` as `nsubj`).
    Relation {
        /// Not specified.
        #[default]
        Dep "dep",
        /// The root of the sentence.
        Root "root",
        /// Subject of an active verb, or of a predicate with a copula.
        Nsubj "nsubj",
        /// Subject of a passive verb.
        NsubjPass "nsubj:pass",
        /// Clause as subject.
        Csubj "csubj",
        /// Clause as subject of a passive verb.
        CsubjPass "csubj:pass",
        /// Direct object.
        Obj "obj",
        /// Indirect object.
        Iobj "iobj",
        /// Oblique: a prepositional phrase that belongs to a verb or adjective.
        Obl "obl",
        /// The "by" phrase of a passive.
        OblAgent "obl:agent",
        /// Adverbial noun phrase without preposition: "last week", "two metres".
        OblUnmarked "obl:unmarked",
        /// Adverbial clause.
        Advcl "advcl",
        /// Participle or infinitive clause that belongs to a noun.
        Acl "acl",
        /// Relative clause.
        AclRelcl "acl:relcl",
        /// Clause as object, with its own subject ("said that ...").
        Ccomp "ccomp",
        /// Open clause: its subject is an argument of the head ("wants to go").
        Xcomp "xcomp",
        /// Adverb.
        Advmod "advmod",
        /// Adjective of a noun.
        Amod "amod",
        /// Prepositional phrase that belongs to a noun.
        Nmod "nmod",
        /// Possessor: "his", "the minister's".
        NmodPoss "nmod:poss",
        /// Noun phrase without preposition that belongs to a noun: "April 12, 2011".
        NmodUnmarked "nmod:unmarked",
        /// Title or description before a name: "President", "Mr".
        NmodDesc "nmod:desc",
        /// Apposition: "Smith, the chairman".
        Appos "appos",
        /// Number of a noun.
        Nummod "nummod",
        /// Determiner.
        Det "det",
        /// Predeterminer.
        DetPredet "det:predet",
        /// Preposition, or the possessive ending.
        Case "case",
        /// Word that opens a clause: "that", "to", "because".
        Mark "mark",
        /// Auxiliary or modal verb.
        Aux "aux",
        /// Auxiliary of a passive.
        AuxPass "aux:pass",
        /// "be" before a predicate.
        Cop "cop",
        /// Coordinating conjunction; hangs on the member after it.
        Cc "cc",
        /// "both", "either", "neither".
        CcPreconj "cc:preconj",
        /// Member of a coordination; hangs on the first member.
        Conj "conj",
        /// Noun before a noun.
        Compound "compound",
        /// Particle of a phrasal verb.
        CompoundPrt "compound:prt",
        /// Later part of a name: "Angela → Merkel".
        Flat "flat",
        /// Later part of a fixed expression: "because → of".
        Fixed "fixed",
        /// "there" and "it" without meaning.
        Expl "expl",
        /// Interjection.
        Discourse "discourse",
        /// Who is addressed.
        Vocative "vocative",
        /// Beside the sentence: an inserted clause, a reporting clause after its quote.
        Parataxis "parataxis",
        /// Punctuation.
        Punct "punct",
        /// Member of a list.
        List "list",
        /// Moved to the edge of the clause.
        Dislocated "dislocated",
        /// Hangs where its head was left out.
        Orphan "orphan",
        /// Part of a word that was torn apart.
        Goeswith "goeswith",
        /// A slip that was said again.
        Reparandum "reparandum",
    }
}

impl Relation {
    /// A subject of any kind.
    pub fn is_subject(self) -> bool {
        (Self::Nsubj..=Self::CsubjPass).contains(&self)
    }

    /// A clause with a verb of its own.
    pub fn is_clause(self) -> bool {
        (Self::Advcl..=Self::Xcomp).contains(&self)
            || matches!(self, Self::Csubj | Self::CsubjPass | Self::Parataxis)
    }

    /// The relation a treebank writes, subtypes without a value of their own taken as plain.
    pub fn parse(name: &str) -> Self {
        let plain = name.split(':').next().unwrap_or(name);
        match name {
            "obl:tmod" | "obl:npmod" => Self::OblUnmarked,
            "nmod:tmod" | "nmod:npmod" => Self::NmodUnmarked,
            _ => Self::named(name).or_else(|| Self::named(plain)).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_subtypes_count_as_their_plain_relation() {
        assert_eq!(Relation::parse("nsubj:outer"), Relation::Nsubj);
        assert_eq!(Relation::parse("nsubj:pass"), Relation::NsubjPass);
        assert_eq!(Relation::parse("obl:tmod"), Relation::OblUnmarked);
        assert_eq!(Relation::parse("rubbish"), Relation::Dep);
    }

    #[test]
    fn families_of_relations_hold_what_they_say() {
        assert!(Relation::NsubjPass.is_subject() && !Relation::Obj.is_subject());
        assert!(Relation::AclRelcl.is_clause() && !Relation::Amod.is_clause());
    }
}
