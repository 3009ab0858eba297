//! How the desk answers: in time, apologising once, and remembering for a while.

use std::sync::Mutex;

use super::*;
use crate::answer::Status;
use crate::discord::Token;
use crate::discord::layout::testing::reader;
use crate::knowledge::Knowledge;

const TODAY: Date = Date::constant(2015, 3, 9);

/// Long enough for an answer on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(2);

/// Fails as the question tells it to; else says how many questions the conversation had before.
struct Stub {
    engine: Arc<Engine>,
    asked: Mutex<Vec<String>>,
}

impl Answerer for Stub {
    fn ask(&self, question: &str, talk: &mut Conversation, today: Date) -> Answer {
        assert_ne!(question, "panic");
        if question == "hang" {
            std::thread::sleep(2 * PATIENCE);
        }
        let has_begun = *talk != Conversation::default();
        // So that something is remembered.
        self.engine.ask("When did they meet?", talk, today);
        self.asked.lock().unwrap().push(question.to_owned());
        let text = if has_begun { "goes on" } else { "begins" };
        Answer { status: Status::Answered, text: text.into(), ..Answer::default() }
    }

    fn check_claims(&self, text: &str, today: Date) -> Vec<Claim> {
        self.ask(text, &mut Conversation::default(), today);
        Vec::new()
    }
}

fn desk(change: impl FnOnce(&mut Options)) -> (Arc<Desk>, Arc<Stub>) {
    let engine = Arc::new(Knowledge::built_in().into_engine());
    let stub = Arc::new(Stub { engine: Arc::clone(&engine), asked: Mutex::default() });
    let mut options = Options::new(Token::new("abcdefgh"), engine);
    options.today = Arc::new(|| TODAY);
    options.answerer = Arc::<Stub>::clone(&stub);
    options.timing.patience = PATIENCE;
    change(&mut options);
    (Arc::new(Desk::new(&options)), stub)
}

fn job(person: u64, channel: u64) -> Job {
    Job { person, channel, guild: None, event: 1, command: "test", reader: reader() }
}

async fn ask(desk: &Arc<Desk>, person: u64, channel: u64, text: &str) -> String {
    desk.ask(job(person, channel), Question { text: text.to_owned(), about: None }).await.content
}

#[tokio::test]
async fn a_panic_or_a_hang_costs_an_apology_and_nothing_else() {
    let (desk, _) = desk(|_| {});
    assert!(ask(&desk, 1, 1, "panic").await.contains("something went wrong"));
    assert!(ask(&desk, 1, 1, "hang").await.contains("takes too long"));
    assert_eq!(ask(&desk, 1, 1, "when?").await, "**begins**");
}

#[tokio::test]
async fn a_check_that_panics_or_hangs_costs_an_apology_and_nothing_else() {
    let (desk, _) = desk(|_| {});
    let check = async |text: &'static str| {
        let check =
            move |desk: &Desk| (layout::check(&desk.check_claims(text), reader()), "checked");
        desk.work(job(1, 1), None, check).await.content
    };
    assert!(check("panic").await.contains("something went wrong"));
    assert!(check("hang").await.contains("takes too long"));
    assert!(check("It is so.").await.contains("nothing in this message"));
}

#[tokio::test]
async fn a_conversation_is_one_persons_in_one_channel() {
    let (desk, _) = desk(|_| {});
    assert_eq!(ask(&desk, 1, 1, "when?").await, "**begins**");
    assert_eq!(ask(&desk, 1, 1, "and where?").await, "**goes on**");
    assert_eq!(ask(&desk, 2, 1, "when?").await, "**begins**");
    assert_eq!(ask(&desk, 1, 2, "when?").await, "**begins**");
}

#[tokio::test]
async fn a_conversation_is_forgotten_after_a_quarter_of_an_hour() {
    let (desk, _) = desk(|_| {});
    let pass = async |seconds| {
        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(seconds)).await;
        tokio::time::resume();
    };
    assert_eq!(ask(&desk, 1, 1, "when?").await, "**begins**");
    pass(15 * 60 - 30).await;
    assert_eq!(ask(&desk, 1, 1, "and where?").await, "**goes on**");
    // Every question keeps it for as long again.
    pass(15 * 60 - 30).await;
    assert_eq!(ask(&desk, 1, 1, "and who?").await, "**goes on**");
    pass(15 * 60).await;
    assert_eq!(ask(&desk, 1, 1, "and why?").await, "**begins**");
}

#[tokio::test]
async fn without_follow_ups_every_question_begins_anew() {
    let (desk, _) = desk(|options| options.settings.follow_up_minutes = 0);
    assert_eq!(ask(&desk, 1, 1, "when?").await, "**begins**");
    assert_eq!(ask(&desk, 1, 1, "and where?").await, "**begins**");
}

#[tokio::test]
async fn a_quote_stands_for_a_conversation_that_is_forgotten() {
    let (desk, stub) = desk(|_| {});
    let title = &desk.engine.sources()[0].title;
    let about = desk.engine.quoted(title);
    let job =
        Job { person: 1, channel: 1, guild: None, event: 1, command: "test", reader: reader() };
    let reply = desk.ask(job, Question { text: "and where?".into(), about }).await;
    assert_eq!(reply.content, "**goes on**");
    assert_eq!(*stub.asked.lock().unwrap(), ["and where?"], "the quote is no question");
}

#[tokio::test]
async fn a_question_is_read_as_far_as_a_question_goes() {
    let (desk, stub) = desk(|_| {});
    ask(&desk, 1, 1, &"x ".repeat(4_000)).await;
    assert!(stub.asked.lock().unwrap().iter().all(|asked| asked.len() <= limits::QUESTION + 2));
}

#[tokio::test]
async fn an_event_is_new_once() {
    let (desk, _) = desk(|_| {});
    assert!(desk.is_new(1) && !desk.is_new(1) && desk.is_new(2));
}

#[tokio::test(start_paused = true)]
async fn a_channel_that_refuses_is_left_alone_for_a_while() {
    let (desk, _) = desk(|_| {});
    desk.leave_alone(1, "Send Messages");
    assert!(!desk.is_open(1) && desk.is_open(2));
    tokio::time::advance(LEFT_ALONE).await;
    assert!(desk.is_open(1));
}

#[tokio::test]
async fn a_readers_language_is_remembered_before_letters_are_looked_at() {
    let (desk, _) = desk(|_| {});
    assert_eq!(desk.reader_of(1, "when?"), Locale::English);
    assert_eq!(desk.reader_of(1, "\u{4EC0}\u{4E48}"), Locale::Chinese);
    desk.remember_reader(1, Locale::German);
    assert_eq!(desk.reader_of(1, "\u{4EC0}\u{4E48}"), Locale::German);
}

#[tokio::test(start_paused = true)]
async fn it_is_told_to_wait_once_in_that_time_to_each_in_each_place() {
    let (desk, _) = desk(|_| {});
    let person = Wait::Person(3);
    assert!(desk.tells_to_wait(1, 1, person) && !desk.tells_to_wait(1, 1, person));
    assert!(desk.tells_to_wait(2, 1, person) && desk.tells_to_wait(1, 2, person));
    assert!(desk.tells_to_wait(3, 1, Wait::Channel(2)));
    assert!(!desk.tells_to_wait(4, 1, Wait::Channel(2)), "a channel is told once");
    // Whoever was allowed to ask meanwhile is told anew.
    assert!(desk.may_ask(1, 1).is_ok() && desk.tells_to_wait(1, 1, person));
    tokio::time::advance(Duration::from_secs(3)).await;
    assert!(desk.tells_to_wait(1, 1, person) && desk.tells_to_wait(4, 1, Wait::Channel(2)));
}
