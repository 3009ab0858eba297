//! Parts of speech, as the Penn Treebank names them.

/// Declares a one-byte enum whose variants have a written name and a number.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every value, in the order of their numbers.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// The name that treebanks write.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }

            /// The value with this name in a treebank.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($text => Some($name::$variant),)+ _ => None }
            }

            /// The value with this number; the default where there is none.
            pub(crate) fn numbered(number: usize) -> Self {
                Self::ALL.get(number).copied().unwrap_or_default()
            }
        }
    };
}
pub(super) use names;

names! {
    /// A Penn Treebank part of speech, with the additions of the English Web Treebank.
    Tag {
        /// Noun, singular or mass.
        #[default]
        NN "NN",
        /// Noun, plural.
        NNS "NNS",
        /// Proper noun, singular.
        NNP "NNP",
        /// Proper noun, plural.
        NNPS "NNPS",
        /// Verb, base form.
        VB "VB",
        /// Verb, past tense.
        VBD "VBD",
        /// Verb, gerund or present participle.
        VBG "VBG",
        /// Verb, past participle.
        VBN "VBN",
        /// Verb, present tense, not third person singular.
        VBP "VBP",
        /// Verb, present tense, third person singular.
        VBZ "VBZ",
        /// Modal verb.
        MD "MD",
        /// Adjective, or an ordinal.
        JJ "JJ",
        /// Adjective, comparative.
        JJR "JJR",
        /// Adjective, superlative.
        JJS "JJS",
        /// Adverb.
        RB "RB",
        /// Adverb, comparative.
        RBR "RBR",
        /// Adverb, superlative.
        RBS "RBS",
        /// Particle of a phrasal verb.
        RP "RP",
        /// Determiner.
        DT "DT",
        /// Predeterminer ("all the").
        PDT "PDT",
        /// Personal pronoun.
        PRP "PRP",
        /// Possessive pronoun.
        PRPS "PRP$",
        /// Wh-determiner, and the relative "that".
        WDT "WDT",
        /// Wh-pronoun.
        WP "WP",
        /// Possessive wh-pronoun ("whose").
        WPS "WP$",
        /// Wh-adverb.
        WRB "WRB",
        /// Preposition or subordinating conjunction.
        IN "IN",
        /// "to".
        TO "TO",
        /// Coordinating conjunction.
        CC "CC",
        /// Cardinal number.
        CD "CD",
        /// Existential "there".
        EX "EX",
        /// Possessive ending.
        POS "POS",
        /// Interjection.
        UH "UH",
        /// Foreign word.
        FW "FW",
        /// List item marker.
        LS "LS",
        /// Symbol.
        SYM "SYM",
        /// Currency sign.
        Dollar "$",
        /// Web address, e-mail address or handle.
        ADD "ADD",
        /// Affix that stands alone ("pre - and post").
        AFX "AFX",
        /// Part of a word that was torn apart.
        GW "GW",
        /// Hyphen.
        HYPH "HYPH",
        /// Superfluous punctuation, ornaments.
        NFP "NFP",
        /// End of sentence.
        Period ".",
        /// Comma.
        Comma ",",
        /// Colon, semicolon, dash, dots.
        Colon ":",
        /// Opening bracket.
        LeftBracket "-LRB-",
        /// Closing bracket.
        RightBracket "-RRB-",
        /// Opening quotation mark.
        LeftQuote "``",
        /// Closing quotation mark.
        RightQuote "''",
    }
}

impl Tag {
    /// A common or proper noun.
    pub fn is_noun(self) -> bool {
        self <= Self::NNPS
    }

    /// A proper noun.
    pub fn is_proper(self) -> bool {
        matches!(self, Self::NNP | Self::NNPS)
    }

    /// A verb in any form, modals apart.
    pub fn is_verb(self) -> bool {
        (Self::VB..=Self::VBZ).contains(&self)
    }

    /// A verb that carries tense: past, present or modal.
    pub fn is_finite(self) -> bool {
        matches!(self, Self::VBD | Self::VBP | Self::VBZ | Self::MD)
    }

    /// An adjective in any degree.
    pub fn is_adjective(self) -> bool {
        (Self::JJ..=Self::JJS).contains(&self)
    }

    /// An adverb in any degree; not a wh-adverb.
    pub fn is_adverb(self) -> bool {
        (Self::RB..=Self::RBS).contains(&self)
    }

    /// A question or relative word.
    pub fn is_wh(self) -> bool {
        (Self::WDT..=Self::WRB).contains(&self)
    }

    /// A mark that is no word.
    pub fn is_punctuation(self) -> bool {
        self >= Self::HYPH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_belong_together() {
        for &tag in Tag::ALL {
            assert_eq!(Tag::named(tag.as_str()), Some(tag));
            assert_eq!(Tag::numbered(tag as usize), tag);
        }
        assert_eq!(Tag::named("PROPN"), None);
    }

    #[test]
    fn families_of_tags_hold_what_they_say() {
        assert!(Tag::VBZ.is_verb() && !Tag::MD.is_verb() && Tag::MD.is_finite());
        assert!(Tag::NNPS.is_noun() && Tag::NNPS.is_proper() && !Tag::NNS.is_proper());
        assert!(Tag::Period.is_punctuation() && !Tag::Dollar.is_punctuation());
    }
}
