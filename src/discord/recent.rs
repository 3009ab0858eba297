//! Answers that were given a while ago, given again: people in a channel ask the same, and the same
//! question asked on the same day after the same words has the same answer.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;

use super::answering::Answerer;
use super::shelf::Shelf;
use crate::answer::Answer;
use crate::engine::{Claim, Conversation};

/// How long an answer is held.
const HELD: Duration = Duration::from_secs(900);

/// Of how many questions answers are held, at most.
const MOST: usize = 1_000;

/// After how many different conversations a question's answers are held, at most.
const MOST_TALKS: usize = 16;

/// An answerer that asks another one only for what it was not asked lately. What it is asked has to
/// be answered by nothing else than the words, the conversation and the day.
pub(super) struct Recent {
    answerer: Arc<dyn Answerer>,
    held: Shelf<(String, Date), Arc<[Given]>>,
}

/// An answer, and what the conversation was before and after it.
#[derive(Clone, Debug)]
struct Given {
    before: Conversation,
    answer: Answer,
    after: Conversation,
}

impl Recent {
    /// Holds what `answerer` answers.
    pub(super) fn new(answerer: Arc<dyn Answerer>) -> Self {
        Self { answerer, held: Shelf::new(HELD, MOST) }
    }
}

impl Answerer for Recent {
    fn ask(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
        let key = (question.to_owned(), today);
        let held = self.held.get(&key).unwrap_or_default();
        if let Some(given) = held.iter().find(|given| given.before == *conversation) {
            *conversation = given.after.clone();
            return given.answer.clone();
        }
        let before = conversation.clone();
        let answer = self.answerer.ask(question, conversation, today);
        let given = Given { before, answer: answer.clone(), after: conversation.clone() };
        let older = held.iter().take(MOST_TALKS - 1).cloned();
        self.held.put(key, std::iter::once(given).chain(older).collect());
        answer
    }

    fn check_claims(&self, text: &str, today: Date) -> Vec<Claim> {
        self.answerer.check_claims(text, today)
    }
}

impl Debug for Recent {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        // No words of anybody.
        formatter.debug_struct("Recent").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::engine::Engine;
    use crate::knowledge::Knowledge;

    const TODAY: Date = Date::constant(2015, 3, 9);

    /// Counts what an engine is asked.
    struct Counting {
        engine: Engine,
        asked: Mutex<Vec<String>>,
    }

    impl Counting {
        fn count(&self) -> usize {
            self.asked.lock().unwrap().len()
        }
    }

    impl Answerer for Counting {
        fn ask(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
            self.asked.lock().unwrap().push(question.to_owned());
            self.engine.ask(question, conversation, today)
        }

        fn check_claims(&self, text: &str, today: Date) -> Vec<Claim> {
            self.engine.check_claims(text, today)
        }
    }

    fn recent() -> (Recent, Arc<Counting>) {
        let engine = Knowledge::built_in().into_engine();
        let counting = Arc::new(Counting { engine, asked: Mutex::default() });
        (Recent::new(Arc::<Counting>::clone(&counting)), counting)
    }

    #[test]
    fn who_asks_the_same_is_answered_the_same_and_nothing_is_thought_twice() {
        let (recent, counting) = recent();
        let turns = ["When are the talks?", "And where?", "Who attends the talks?", "And where?"];
        let mut anew = Conversation::default();
        let first = turns.map(|turn| counting.engine.ask(turn, &mut anew, TODAY));
        for _ in 0..3 {
            let mut talk = Conversation::default();
            assert_eq!(turns.map(|turn| recent.ask(turn, &mut talk, TODAY)), first);
            assert_eq!(talk, anew);
        }
        assert_eq!(counting.count(), turns.len());
    }

    #[test]
    fn another_day_or_another_conversation_is_thought_about() {
        let (recent, counting) = recent();
        let ask = |talk: &mut Conversation, today| recent.ask("And where?", talk, today);
        let mut talk = Conversation::default();
        ask(&mut talk.clone(), TODAY);
        recent.ask("When are the talks?", &mut talk, TODAY);
        ask(&mut talk.clone(), TODAY);
        ask(&mut talk, TODAY.tomorrow().unwrap());
        assert_eq!(counting.count(), 4);
    }

    #[test]
    fn of_one_question_only_so_many_answers_are_held() {
        let (recent, _) = recent();
        for number in 0..3 * MOST_TALKS {
            let mut talk = Conversation::default();
            recent.ask(&format!("When are the talks {number}?"), &mut talk, TODAY);
            recent.ask("And where?", &mut talk, TODAY);
        }
        let held = recent.held.get(&("And where?".to_owned(), TODAY)).unwrap();
        assert_eq!(held.len(), MOST_TALKS);
    }
}
