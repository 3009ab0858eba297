//! File names from headlines.

/// The longest name, in bytes: file systems take 255, and people read fewer.
const LONGEST: usize = 80;

/// `title` as a file name without extension: small letters and digits with hyphens between.
///
/// Empty where the title has neither.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c)) {
        let word: String = word.chars().filter(|c| !is_apostrophe(*c)).collect();
        let word = word.to_lowercase();
        if word.is_empty() {
            continue;
        }
        if slug.len() + 1 + word.len() > LONGEST {
            return if slug.is_empty() { cut(&word) } else { slug };
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘')
}

fn cut(word: &str) -> String {
    let fits = |(at, c): &(usize, char)| at + c.len_utf8() <= LONGEST;
    word.char_indices().take_while(fits).map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_becomes_a_file_name() {
        let check = |title, expected| assert_eq!(slug(title), expected);
        check("Sino-Japan security dialogue to be held", "sino-japan-security-dialogue-to-be-held");
        check("Japan's “new” era: 50% more", "japans-new-era-50-more");
        check("../../etc/passwd", "etc-passwd");
        check("Ünïted 中国", "ünïted-中国");
        check("…", "");
        check("", "");
    }

    #[test]
    fn a_long_headline_is_cut_between_words_where_it_can_be() {
        let long = slug(&"word ".repeat(100));
        assert!(long.len() <= LONGEST && long.ends_with("-word"), "{long}");
        assert_eq!(slug(&"é".repeat(100)), "é".repeat(40));
    }
}
