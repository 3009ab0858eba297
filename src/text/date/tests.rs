//! What whole expressions come to: found, resolved and written, under several days of publication.

use jiff::civil::DateTime;

use super::{Expression, Leaning, Order, find, find_near, find_ordered, resolve};

/// Checks the only (or first) expression of a sentence against its text and its written form.
#[track_caller]
fn check_leaning(published: &str, leaning: Leaning, sentence: &str, found: &str, written: &str) {
    let mentions = find(sentence);
    let mention = mentions.iter().find(|mention| mention.span.of(sentence) == found);
    let texts: Vec<_> = mentions.iter().map(|mention| mention.span.of(sentence)).collect();
    let mention =
        mention.unwrap_or_else(|| panic!("{sentence:?}: {found:?} is not among {texts:?}"));
    let anchor: DateTime = published.parse().expect("a date");
    let when = resolve(&mention.expression, Some(anchor), leaning);
    let words = when.map(|when| when.written()).or_else(|| mention.expression.written());
    assert_eq!(words.as_deref(), Some(written), "{sentence:?}: {:?}", mention.expression);
}

#[track_caller]
fn check(published: &str, sentence: &str, found: &str, written: &str) {
    check_leaning(published, Leaning::Past, sentence, found, written);
}

#[track_caller]
fn nothing_in(sentence: &str) {
    let mentions = find(sentence);
    let texts: Vec<_> = mentions.iter().map(|mention| mention.span.of(sentence)).collect();
    assert!(texts.is_empty(), "{sentence:?}: {texts:?}");
}

const SATURDAY: &str = "2015-03-07T12:00";
const WEDNESDAY: &str = "2015-03-11T12:00";

#[test]
fn this_weekend_of_what_has_been_is_the_last_one() {
    let last = "the weekend of 7 to 8 March 2015";
    check(WEDNESDAY, "The fair took place this weekend.", "this weekend", last);
    check(SATURDAY, "The fair opened this weekend.", "this weekend", last);
    let next = "the weekend of 14 to 15 March 2015";
    let fair = "The fair opens this weekend.";
    check_leaning(WEDNESDAY, Leaning::Future, fair, "this weekend", next);
}

#[test]
fn what_happened_after_or_before_a_day_s_event_has_no_bound() {
    check(SATURDAY, "It is shut after yesterday's crash.", "yesterday", "6 March 2015");
    check(SATURDAY, "It was shut before Friday's vote.", "Friday", "6 March 2015");
    check(SATURDAY, "It is shut after Friday.", "after Friday", "after 6 March 2015");
}

#[test]
fn weekdays_of_a_report_lie_behind_it() {
    check(SATURDAY, "The dam broke on Friday.", "Friday", "6 March 2015");
    check(SATURDAY, "The dam broke on Saturday.", "Saturday", "7 March 2015");
    check("2015-03-09T08:00", "The strike began on Monday.", "Monday", "9 March 2015");
    check(SATURDAY, "He was freed this past Wednesday.", "this past Wednesday", "4 March 2015");
    check(SATURDAY, "They met last Tuesday.", "last Tuesday", "24 February 2015");
    check(SATURDAY, "They met last Monday.", "last Monday", "2 March 2015");
}

#[test]
fn the_end_of_a_year_goes_by_several_names() {
    check(SATURDAY, "The quay is to reopen by year end.", "by year end", "by the end of 2015");
    check(
        SATURDAY,
        "The quay is to reopen before year's end.",
        "before year's end",
        "by the end of 2015",
    );
    check(SATURDAY, "It pays out at the year-end.", "the year-end", "the end of 2015");
    nothing_in("When does the school year end?");
}

#[test]
fn weekdays_of_an_announcement_lie_ahead_of_it() {
    check_leaning(SATURDAY, Leaning::Future, "Voters decide on Friday.", "Friday", "13 March 2015");
    check_leaning(
        SATURDAY,
        Leaning::Future,
        "The match is on Saturday.",
        "Saturday",
        "7 March 2015",
    );
    check(SATURDAY, "The court sits next Sunday.", "next Sunday", "15 March 2015");
    check(SATURDAY, "It ends this coming Tuesday.", "this coming Tuesday", "10 March 2015");
}

#[test]
fn days_beside_publication_have_names() {
    check("2016-01-01T09:00", "Yesterday the bank closed.", "Yesterday", "31 December 2015");
    check("2015-12-31T09:00", "the bank opens tmrw", "tmrw", "1 January 2016");
    check(
        "2016-03-01T09:00",
        "It snowed the day before yesterday.",
        "the day before yesterday",
        "28 February 2016",
    );
    check(
        "2016-02-28T09:00",
        "It opens the day after tomorrow.",
        "the day after tomorrow",
        "1 March 2016",
    );
    check(SATURDAY, "A speech is due tonight.", "tonight", "7 March 2015, night");
}

#[test]
fn months_without_a_year_are_the_last_ones() {
    check(SATURDAY, "In November the port was sold.", "November", "November 2014");
    check(SATURDAY, "It was sold last November.", "last November", "November 2014");
    check(SATURDAY, "It was sold in November last year.", "November last year", "November 2014");
    check(SATURDAY, "It was sold in March.", "March", "March 2015");
    check_leaning(
        SATURDAY,
        Leaning::Future,
        "It will be sold in November.",
        "November",
        "November 2015",
    );
    check_leaning(SATURDAY, Leaning::Report, "The vote is on April 2.", "April 2", "2 April 2015");
}

#[test]
fn dates_are_written_in_many_ways() {
    for text in ["March 24", "24 March", "Mar. 24", "the 24th of March", "March the twenty-fourth"]
    {
        check("2015-06-01T00:00", &format!("It fell on {text}, they said."), text, "24 March 2015");
    }
    check(SATURDAY, "Signed on 27/11/2019.", "27/11/2019", "27 November 2019");
    check(SATURDAY, "Signed on 11/27/2019.", "11/27/2019", "27 November 2019");
    check(SATURDAY, "Signed 2019-11-27 in Rome.", "2019-11-27", "27 November 2019");
    check("2015-08-10T00:00", "Sunday, Aug. 9 was calm.", "Sunday, Aug. 9", "9 August 2015");
    check(SATURDAY, "He spoke on the 24th.", "the 24th", "24 February 2015");
}

#[test]
fn numbers_with_two_readings_follow_the_order_asked_for() {
    let text = "Signed on 5/12/2019.";
    let day = |order| resolve(&find_ordered(text, order)[0].expression, None, Leaning::Past);
    assert_eq!(day(Order::DayFirst).expect("a day").written(), "5 December 2019");
    assert_eq!(day(Order::MonthFirst).expect("a day").written(), "12 May 2019");
}

#[test]
fn numbers_with_two_readings_are_of_a_day_near_the_report_where_one_is() {
    let day = |text: &str, near: &str| {
        let mentions = find_near(text, near.parse().ok());
        resolve(&mentions[0].expression, None, Leaning::Past).expect("a day").written()
    };
    assert_eq!(day("Passed on 10/1/2008.", "2008-10-04"), "1 October 2008");
    assert_eq!(day("Passed on 10/1/2008.", "2008-01-12"), "10 January 2008");
    assert_eq!(day("Passed on 10/1/2008.", "2009-05-12"), "10 January 2008");
}

#[test]
fn the_twenty_ninth_of_february_is_sought_in_leap_years() {
    check("2017-05-01T00:00", "He was born on February 29.", "February 29", "29 February 2016");
    check_leaning(
        "2017-05-01T00:00",
        Leaning::Future,
        "It is on 29 February.",
        "29 February",
        "29 February 2020",
    );
    check("2016-02-29T00:00", "It began a year ago.", "a year ago", "about 2015");
}

#[test]
fn weeks_months_and_years_are_counted_from_publication() {
    check("2016-01-03T00:00", "It rained last week.", "last week", "the week of 21 December 2015");
    check("2016-01-31T00:00", "It opens next month.", "next month", "February 2016");
    check("2016-01-01T00:00", "Sales fell last year.", "last year", "2015");
    check(SATURDAY, "It closed this summer.", "this summer", "summer 2015");
    check(SATURDAY, "Prices rose in Q3 2020.", "Q3 2020", "the 3rd quarter of 2020");
    nothing_in("She saved three penalties in the second half.");
    check(
        SATURDAY,
        "The line opens no earlier than 2031.",
        "no earlier than 2031",
        "2031 or later",
    );
    check(
        SATURDAY,
        "He was convicted in November of 11 counts of fraud.",
        "November",
        "November 2014",
    );
    check(SATURDAY, "in the first half of 2014", "the first half of 2014", "the 1st half of 2014");
    check(
        SATURDAY,
        "They met at the weekend of Halloween.",
        "the weekend of Halloween",
        "the weekend of 31 October to 2 November 2014",
    );
}

#[test]
fn distances_are_as_exact_as_their_units() {
    check(SATURDAY, "He died three days ago.", "three days ago", "4 March 2015");
    check(SATURDAY, "It starts in two weeks.", "in two weeks", "about 21 March 2015");
    check("2015-03-31T00:00", "She left a month ago.", "a month ago", "about February 2015");
    check(SATURDAY, "He won two years earlier.", "two years earlier", "about 2013");
    check(
        SATURDAY,
        "They met two days after Christmas.",
        "two days after Christmas",
        "27 December 2014",
    );
    check(
        SATURDAY,
        "negotiated over the past four years",
        "the past four years",
        "from about 7 March 2011 to 6 March 2015",
    );
    check(
        SATURDAY,
        "the largest march in a decade",
        "in a decade",
        "from about 7 March 2005 to 6 March 2015",
    );
}

#[test]
fn rough_pieces_keep_their_words() {
    check(SATURDAY, "Talks follow later this month.", "later this month", "the rest of March 2015");
    check(
        SATURDAY,
        "He resigned earlier this week.",
        "earlier this week",
        "earlier in the week of 2 March 2015",
    );
    check(SATURDAY, "due by the end of March", "by the end of March", "by the end of March 2015");
    check(SATURDAY, "in early 2014 and", "early 2014", "early 2014");
    check(SATURDAY, "since the mid-1990s.", "since the mid-1990s", "since mid-1990s");
    check(
        SATURDAY,
        "At the end of the 19th century",
        "the end of the 19th century",
        "the end of the 19th century",
    );
    check(SATURDAY, "music of the '90s", "the '90s", "the 1990s");
}

#[test]
fn a_place_after_last_week_is_no_time_that_has_weeks() {
    let mention = &find("They met last week in Cairo.")[0];
    let when =
        resolve(&mention.expression, SATURDAY.parse().ok(), Leaning::Past).expect("an interval");
    assert_eq!(when.start.to_string(), "2015-02-23T00:00:00");
    assert_eq!(when.last_day().to_string(), "2015-03-01");
}

#[test]
fn later_this_month_runs_from_publication_to_the_end() {
    let mention = &find("later this month")[0];
    let when =
        resolve(&mention.expression, SATURDAY.parse().ok(), Leaning::Past).expect("an interval");
    assert_eq!(when.start.to_string(), "2015-03-07T00:00:00");
    assert_eq!(when.last_day().to_string(), "2015-03-31");
    assert!(when.approximate && when.exactness() == Some("no day is given"));
}

#[test]
fn ranges_hold_both_their_ends() {
    check(
        SATURDAY,
        "held from 12 to 15 March 2015.",
        "from 12 to 15 March 2015",
        "between 12 and 15 March 2015",
    );
    check(
        SATURDAY,
        "between March 28 and April 2, 2014",
        "between March 28 and April 2, 2014",
        "between 28 March and 2 April 2014",
    );
    check(SATURDAY, "in office 2012-2014", "2012-2014", "from 2012 to 2014");
    check(SATURDAY, "the 2014-15 season", "2014-15", "from 2014 to 2015");
    check(
        SATURDAY,
        "From October to February it froze.",
        "From October to February",
        "from October 2014 to February 2015",
    );
    check(SATURDAY, "On March 5 and 6 they met.", "March 5 and 6", "between 5 and 6 March 2015");
}

#[test]
fn open_stretches_say_which_side_is_open() {
    check(SATURDAY, "the 12th round since 1993", "since 1993", "since 1993");
    check(SATURDAY, "closed until Tuesday", "until Tuesday", "until 10 March 2015");
    check(SATURDAY, "Before 2010 it was a farm.", "Before 2010", "before 2010");
    check(SATURDAY, "It must be paid by Friday.", "by Friday", "by 6 March 2015");
}

#[test]
fn times_of_day_keep_the_zone_of_the_text() {
    check(
        SATURDAY,
        "It docked at 2:49 a.m. local time on Friday.",
        "2:49 a.m. local time on Friday",
        "6 March 2015, 02:49 local time",
    );
    check(
        SATURDAY,
        "at 15:30 local time (1430 UTC) today",
        "15:30 local time (1430 UTC) today",
        "7 March 2015, 15:30 local time",
    );
    check(
        SATURDAY,
        "At 15:30 local time (1430 UTC) a fire began.",
        "15:30 local time (1430 UTC)",
        "15:30 local time (14:30 UTC)",
    );
    check(SATURDAY, "doors open at 6am", "6am", "06:00");
    check(SATURDAY, "They met at noon on Monday.", "noon on Monday", "2 March 2015, 12:00");
    check(
        SATURDAY,
        "from 10 to 11:30 am on 3 May 2014",
        "from 10 to 11:30 am on 3 May 2014",
        "3 May 2014, from 10:00 to 11:30",
    );
    check(
        SATURDAY,
        "Police came early on Friday morning.",
        "early on Friday morning",
        "6 March 2015, early morning",
    );
}

#[test]
fn lengths_of_time_have_no_place() {
    check(SATURDAY, "They spoke for two hours.", "two hours", "2 hours");
    check(SATURDAY, "the seven-hour drive", "seven-hour", "7 hours");
    check(SATURDAY, "It took a few days.", "a few days", "a few days");
    check(SATURDAY, "She won in 2:14:04.", "2:14:04", "2 hours, 14 minutes and 4 seconds");
    assert_eq!(find("They meet every Monday.")[0].expression, Expression::Set);
}

#[test]
fn the_story_has_days_of_its_own() {
    for text in
        ["the following day", "the same day", "the previous day", "two years later", "that night"]
    {
        let sentence = format!("He was freed {text}.");
        let mention = &find(&sentence)[0];
        assert_eq!(mention.span.of(&sentence), text);
        assert!(mention.expression.story_unit().is_some(), "{text}");
    }
    assert_eq!(find("He was freed two years ago.")[0].expression.story_unit(), None);
}

#[test]
fn without_an_anchor_only_absolute_dates_resolve() {
    let resolved = |text: &str| {
        resolve(&find(text)[0].expression, None, Leaning::Past).map(|when| when.written())
    };
    assert_eq!(resolved("on 6 March 2015"), Some("6 March 2015".to_owned()));
    assert_eq!(resolved("the third week of 2027"), Some("the week of 18 January 2027".to_owned()));
    assert_eq!(resolved("Christmas 2014"), Some("25 December 2014".to_owned()));
    for relative in [
        "yesterday",
        "on Friday",
        "in November",
        "three days ago",
        "last year",
        "by the end of March",
    ] {
        assert_eq!(resolved(relative), None, "{relative}");
    }
}

#[test]
fn words_that_only_look_like_dates_are_left_alone() {
    for sentence in [
        "You may go, and they may not.",
        "May I come in?",
        "Theresa May spoke.",
        "Thousands march through the city.",
        "He finished second and sat in the sun.",
        "More than 2020 people came; flight 1549 cost $1,995.",
        "Call 555-2010-1999 now-ish; the score was 3/4.",
        "A 19-year-old man and children under 5 years of age",
        "At the end of the line stood a man of few words.",
        "The first week of a long march was over; the last stand began.",
        "A fall in prices may spring from this.",
    ] {
        let left: Vec<_> = find(sentence).iter().map(|mention| mention.span.of(sentence)).collect();
        assert!(left.iter().all(|text| *text == "now"), "{sentence:?}: {left:?}");
    }
    nothing_in("Mr March and April Jones wed.");
}

#[test]
fn hurried_questions_are_read_too() {
    check(SATURDAY, "did they sign in nov", "nov", "November 2014");
    check(SATURDAY, "what happened on fri", "fri", "6 March 2015");
    check(SATURDAY, "who won YESTERDAY", "YESTERDAY", "6 March 2015");
    check(SATURDAY, "what happened in may 2014?", "may 2014", "May 2014");
}

#[test]
fn a_question_may_leave_out_the_year() {
    let when =
        resolve(&find("12 November 2014")[0].expression, None, Leaning::Past).expect("a day");
    let fits = |text: &str| find(text)[0].expression.fits(&when, None);
    for text in [
        "in November",
        "in November 2014",
        "on 12 November",
        "on Wednesday",
        "in 2014",
        "in autumn",
        "since 1993",
    ] {
        assert_eq!(fits(text), Some(true), "{text}");
    }
    for text in
        ["in December", "in November 2013", "on 8 January", "on Friday", "before 2014", "in summer"]
    {
        assert_eq!(fits(text), Some(false), "{text}");
    }
    assert_eq!(fits("last year"), None);
}

#[test]
fn intervals_contain_and_overlap_others() {
    let when = |text: &str| resolve(&find(text)[0].expression, None, Leaning::Past).expect(text);
    let (year, month, day) = (when("in 2014"), when("November 2014"), when("12 November 2014"));
    assert!(year.contains(&month) && month.contains(&day) && !day.contains(&month));
    assert!(month.overlaps(&year) && !month.overlaps(&when("October 2014")));
}
