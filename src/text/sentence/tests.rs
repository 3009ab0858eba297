//! What the news does with full stops, one phenomenon a test. `|` marks where sentences part.

use super::split;

#[track_caller]
fn check(marked: &str) {
    let text = marked.replace('|', "");
    let found: Vec<&str> = split(&text).into_iter().map(|span| span.of(&text)).collect();
    let wanted: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(found, wanted);
}

#[test]
fn titles_and_initials_do_not_end_a_sentence() {
    check("Mr. Hill met Lt. Gen. Maria J. Ortega and Sen. Tom Reed.| They talked.");
}

#[test]
fn dotted_names_of_states_end_one_only_before_an_opening_word() {
    check("U.S. stocks fell.| He lives in the U.S.| He likes it.| Washington, D.C. Mayor Bo won.");
}

#[test]
fn months_and_numbers_go_together() {
    check(
        "It began on Jan. 5 and ended in Feb.| Nobody knew No. 7 then.| Asked twice, he said no.| Now 12 left.",
    );
}

#[test]
fn a_time_of_day_goes_on_with_its_day_or_zone() {
    check("It left at 6 p.m. Friday.| It came at 9 a.m. Eastern.| It sank at 8 p.m.| Police came.");
}

#[test]
fn a_time_that_opens_the_sentence_does_not_end_it() {
    check("At 5 a.m. Mr. Hill left.| Shortly before 3 p.m. Berlin police came.");
}

#[test]
fn a_quote_of_several_sentences_stays_with_its_speaker() {
    check(
        "\"It was bad. It was very bad,\" said Hill.| Berg said, “We ran. We hid.”| So they did.",
    );
}

#[test]
fn a_speaker_named_after_a_question_belongs_to_it() {
    check("\"Who goes there? Speak!\" Anna Berg asked the crowd.| \"Me!\"| Nobody else was there.");
}

#[test]
fn a_long_speech_is_parted_at_its_own_sentences() {
    let sentence = "We have heard this many times before and shall hear it again. ";
    let text = format!("The ruling read: \"{}\"", sentence.repeat(8).trim());
    assert_eq!(split(&text).len(), 8);
}

#[test]
fn brackets_are_part_of_the_sentence_around_them() {
    check(
        "The boat (it sank twice. Really!) is old.| [...] It was red.[3]| (It is not now.)| Ask Bo.",
    );
}

#[test]
fn addresses_file_names_and_figures_hold_no_boundary() {
    check(
        "See www.Example.com/a.Html or mail Jo.Doe@Example.com.| It cost $1.5 million.| Open a.txt now.",
    );
}

#[test]
fn sentences_may_stand_without_a_space_between_them() {
    check("It was late.|The shop closed at 8.|Nobody came.");
}

#[test]
fn an_ellipsis_ends_a_sentence_before_a_capital() {
    check("I wonder...| Maybe not.| He ... left… or did he?!| Yes.");
}

#[test]
fn a_state_abbreviation_goes_on_with_the_sentence() {
    check("He came from Springfield, Ill. and Boston, Mass., by bus.| St. Louis won.");
}

#[test]
fn wrapped_lines_are_one_paragraph_and_blank_lines_part_two() {
    check("The mayor said\nhe would go.| He went.\r\n\r\n| No stop here\n\n|Next paragraph");
}

#[test]
fn right_to_left_text_is_parted_too() {
    check("ذهب الوزير إلى باريس.| عاد أمس.");
}

#[test]
fn nothing_comes_of_nothing() {
    assert!(split("").is_empty());
    assert!(split(" \n\t\r\n ").is_empty());
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever the text, no character but white space is lost, doubled or moved.
        #[test]
        fn nothing_but_white_space_is_left_out(text in "([ \n.!?…\"'“”()\\[\\]A-Za-z0-9é•-]|\\PC){0,200}") {
            let kept: String = split(&text).into_iter().map(|span| span.of(&text)).collect();
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&kept), bare(&text));
        }
    }
}
