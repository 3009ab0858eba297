//! How long before the report a time was: "about four years".

use jiff::civil::Date;

use crate::text::date::{Precision, When};
use crate::text::numerals;

const DAYS_A_YEAR: f64 = 365.25;
const DAYS_A_MONTH: f64 = DAYS_A_YEAR / 12.0;

/// From the middle of `when` to the day of the report, in the largest unit of which there are at
/// least two; `None` where it was not before.
pub(super) fn before_report(when: &When, published: Date) -> Option<String> {
    let days_from = |day: Date| f64::from((published - day).get_days());
    let (longest, shortest) = (days_from(when.start.date()), days_from(when.last_day()));
    let days = (longest + shortest) / 2.0;
    let (count, unit) = match days {
        _ if shortest <= 0.0 || when.is_open() => return None,
        _ if days >= 1.5 * DAYS_A_YEAR => (days / DAYS_A_YEAR, "years"),
        _ if days >= 1.5 * DAYS_A_MONTH => (days / DAYS_A_MONTH, "months"),
        _ if when.precision > Precision::Day || days < 2.0 => return None,
        _ => return Some(format!("{} days before the report", spelt(days))),
    };
    Some(format!("about {} {unit} before the report", spelt(count)))
}

fn spelt(count: f64) -> String {
    numerals::written(count.round() as usize)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::text::date::{Leaning, find, resolve};

    fn before(text: &str) -> Option<String> {
        let published = date(2015, 3, 7);
        let mention = find(text).into_iter().next().expect("a date");
        let when = resolve(&mention.expression, Some(published.at(0, 0, 0, 0)), Leaning::Past);
        before_report(&when.expect("an interval"), published)
    }

    #[test]
    fn it_is_told_in_the_largest_unit() {
        let about = |text: &str| before(text).expect("it was before");
        assert_eq!(about("January 2011"), "about four years before the report");
        assert_eq!(about("1989"), "about 26 years before the report");
        assert_eq!(about("8 December"), "about three months before the report");
        assert_eq!(about("24 February 2015"), "eleven days before the report");
    }

    #[test]
    fn nothing_is_told_of_what_was_not_before_or_too_vague() {
        assert_eq!(before("this week"), None);
        assert_eq!(before("last week"), None);
        assert_eq!(before("since 1993"), None);
        assert_eq!(before("next May"), None);
    }
}
