//! A measured figure and the bound that it must keep.

/// How good the program is at one thing.
pub(crate) struct Figure {
    /// What was measured.
    pub name: String,
    /// In per cent.
    pub value: f64,
}

/// The bounds of all figures, in per cent.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bounds {
    least: toml::Table,
    most: toml::Table,
}

impl Figure {
    /// A figure; `value` is in per cent.
    pub(crate) fn new(name: impl Into<String>, value: f64) -> Self {
        Self { name: name.into(), value }
    }
}

/// The share of `part` in `whole`, in per cent.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

impl Bounds {
    /// The row of `figure` in the table of all, and whether it keeps its bound. One that has no bound
    /// keeps none, so that none is forgotten.
    pub(crate) fn row(&self, figure: &Figure) -> (String, bool) {
        let Figure { name, value } = figure;
        let bound = |table: &toml::Table| table.get(name).and_then(number);
        let (least, most) = (bound(&self.least), bound(&self.most));
        let holds = least.is_none_or(|it| rounded(*value) >= it)
            && most.is_none_or(|it| rounded(*value) <= it);
        let told = match (least, most) {
            (Some(least), _) => format!("at least {least:.1}"),
            (_, Some(most)) => format!("at most {most:.1}"),
            _ => "missing".to_owned(),
        };
        let is_bounded = least.is_some() || most.is_some();
        (format!("| {name} | {value:.1} % | {told} |"), holds && is_bounded)
    }
}

/// To the tenth that is shown.
fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn number(value: &toml::Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|it| it as f64))
}
