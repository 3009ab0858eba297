//! The months and their English names.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month from 1 to 12; beyond them that of the nearest.
pub fn month_name(month: i8) -> &'static str {
    MONTHS[usize::from(month.clamp(1, 12).unsigned_abs()) - 1]
}

/// The month from 1 to 12 that is called `name`, whatever the case.
pub fn month_called(name: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(name))?;
    i8::try_from(at + 1).ok()
}

/// The month that is meant by its name or by the first three letters of it: "Mar", "Sept".
pub fn month_meant(word: &str) -> Option<i8> {
    let word = if word.eq_ignore_ascii_case("sept") { "Sep" } else { word };
    let begins = |month: &&&str| month[..3].eq_ignore_ascii_case(word);
    month_called(word).or_else(|| month_called(MONTHS.iter().find(begins)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_told_by_its_number_and_by_its_name() {
        assert_eq!([0, 3, 12, 99].map(month_name), ["January", "March", "December", "December"]);
        assert_eq!(["march", "MAY", "mar"].map(month_called), [Some(3), Some(5), None]);
        assert_eq!(["Mar", "sept", "ma"].map(month_meant), [Some(3), Some(9), None]);
    }
}
