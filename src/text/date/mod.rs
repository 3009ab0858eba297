//! Date and time expressions, and the intervals that they stand for.
