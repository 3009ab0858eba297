//! Intervals and times in words, as an answer writes them.
use super::when::When;
impl When { /// x
 pub fn written(&self) -> String { format!("{} - {}", self.start, self.end) } }
