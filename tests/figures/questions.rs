//! Questions with known answers, judged by `../shared/score`, which drives the built program.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::figure::Figure;
use super::shared::shared;

/// The question files, each with the knowledge it is put to and the articles that hold its quotes.
const RUNS: [Run; 5] = [
    Run { name: "talks, from articles", ..Run::of_shared("talks") },
    Run { name: "talks, from knowledge/", knowledge: Some("knowledge"), ..Run::of_shared("talks") },
    Run::of_shared("wikinews"),
    Run::of_own("dev"),
    Run::of_own("held-out"),
];

struct Run {
    name: &'static str,
    set: &'static str,
    is_own: bool,
    /// A folder of this repository; the articles where it is `None`.
    knowledge: Option<&'static str>,
}

/// For each run the shares of right and wrong answers, in per cent; the tool's own words are printed
/// too, with every case that is not right where `verbose`.
pub(crate) fn measure(verbose: bool) -> Vec<Figure> {
    RUNS.iter().filter_map(|run| run.measure(verbose)).flatten().collect()
}

impl Run {
    /// A set of `../shared`.
    const fn of_shared(set: &'static str) -> Self {
        Run { name: set, set, is_own: false, knowledge: None }
    }

    /// A set of `tests/reports`.
    const fn of_own(set: &'static str) -> Self {
        Run { name: set, set, is_own: true, knowledge: None }
    }

    /// The file of the questions, and the folder of the articles.
    fn paths(&self) -> Option<(PathBuf, PathBuf)> {
        if self.is_own {
            let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports").join(self.set);
            return Some((own.with_extension("toml"), own));
        }
        let questions = shared(&format!("questions/{}.toml", self.set))?;
        Some((questions, shared(&format!("articles/{}", self.set))?))
    }

    fn measure(&self, verbose: bool) -> Option<[Figure; 2]> {
        let tool = shared("score")?;
        let (questions, articles) = self.paths()?;
        let knowledge = self.knowledge.map(|it| Path::new(env!("CARGO_MANIFEST_DIR")).join(it));
        let mut command = Command::new("python3");
        command.arg(tool).arg(env!("CARGO_BIN_EXE_dateline")).arg(questions);
        command.arg("--knowledge").arg(knowledge.as_ref().unwrap_or(&articles));
        command.arg("--articles").arg(&articles);
        if verbose {
            command.arg("--verbose");
        }
        let output = command.output().expect("python3 runs the scoring");
        let told = String::from_utf8_lossy(&output.stdout);
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {told}{complaint}", self.name);
        println!("{}\n{told}", self.name);
        Some(self.figures(&told))
    }

    /// The figures in the line that begins with "all": right, asked, per cent, withheld, wrong.
    fn figures(&self, told: &str) -> [Figure; 2] {
        let total =
            told.lines().find_map(|line| line.strip_prefix("all ")).expect("a line of sums");
        let numbers: Vec<f64> = total.split_whitespace().filter_map(|it| it.parse().ok()).collect();
        let [_, asked, right, _, wrong] = numbers[..] else { panic!("not five sums: {total}") };
        [
            Figure::new(format!("{}, right", self.name), right),
            Figure::new(format!("{}, wrong", self.name), 100.0 * wrong / asked),
        ]
    }
}
