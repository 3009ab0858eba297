//! Asking by mention, by reply, in threads and directly; who is not answered.

use serde_json::json;

use crate::stage::{QUESTION, Stage};

#[tokio::test]
async fn a_mention_is_answered_with_its_proof() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    let seen = discord.answer(&asked).await;
    assert_eq!(seen.replies_to, Some(asked.id));
    assert_eq!(seen.only_for, None);
    for part in [
        "March 2015",
        "> China and Japan will hold a security dialogue later this month",
        "Sino-Japan security dialogue to be held",
        "7 March 2015",
    ] {
        assert!(seen.content.contains(part), "{part:?} is missing in:\n{}", seen.content);
    }
    assert!(seen.buttons.iter().any(|label| label == "Context"), "{:?}", seen.buttons);
    assert!(seen.first_response.as_secs() < 3);
}

#[tokio::test]
async fn every_place_is_answered_where_it_asks() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let thread = discord.thread(&news, "the talks");
    let direct = discord.direct(&ada);
    let mention = format!("@Dateline {QUESTION}");
    for (place, text) in [(&news, mention.as_str()), (&thread, &mention), (&direct, QUESTION)] {
        let asked = discord.says(&ada, place, text);
        let seen = discord.answer(&asked).await;
        assert!(seen.content.contains("March 2015"), "{}", seen.content);
        assert_eq!(seen.replies_to, Some(asked.id));
    }
}

#[tokio::test]
async fn the_mention_may_stand_anywhere() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let (before, after) = QUESTION.split_at(5);
    for text in [format!("{QUESTION} @Dateline"), format!("{before}@Dateline {after}")] {
        let asked = discord.says(&ada, &news, &text);
        assert!(discord.answer(&asked).await.content.contains("March 2015"), "{text}");
    }
}

#[tokio::test]
async fn a_reply_to_an_answer_goes_on_with_its_subject() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let first = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    let seen = discord.answer(&first).await;
    let second = discord.replies(&ada, &news, seen.id, "And where?");
    let where_ = discord.answer(&second).await;
    assert_eq!(where_.replies_to, Some(second.id));
    assert!(where_.content.contains("Japan"), "{}", where_.content);
    assert!(where_.content.contains("security dialogue"), "{}", where_.content);
}

#[tokio::test]
async fn a_conversation_belongs_to_one_person_in_one_place() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, bo, news) = (discord.person("Ada"), discord.person("Bo"), discord.channel("news"));
    let sports = discord.channel("sports");
    let first = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    discord.answer(&first).await;
    for (person, place, follows) in
        [(&bo, &news, false), (&ada, &sports, false), (&ada, &news, true)]
    {
        let asked = discord.says(person, place, "@Dateline and where?");
        let seen = discord.answer(&asked).await;
        let is_told = seen.content.contains("about security dialogue");
        assert_eq!(is_told, follows, "{} in {}: {}", person.name, place.id, seen.content);
    }
}

#[tokio::test]
async fn bots_everyone_and_talk_among_people_are_left_alone() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let other = discord.welcome(discord.person("Otherbot").automated());
    let marker = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    let seen = discord.answer(&marker).await;
    let ignored = [
        discord.says(&other, &news, &format!("@Dateline {QUESTION}")),
        discord.replies(&other, &news, seen.id, QUESTION),
        discord.says(&ada, &news, &format!("@everyone {QUESTION}")),
        discord.says(&ada, &news, &format!("@here {QUESTION}")),
        discord.says(&ada, &news, QUESTION),
        discord.replies_quietly(&ada, &news, marker.id, QUESTION),
    ];
    let marker = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    discord.answer(&marker).await;
    stage.settles().await;
    for asked in ignored {
        assert!(!discord.was_answered(&asked), "{asked:?}");
    }
}

#[tokio::test]
async fn a_mention_without_words_is_told_how_to_ask() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, "@Dateline");
    assert!(discord.answer(&asked).await.content.contains("/help"));
}

#[tokio::test]
async fn what_the_articles_do_not_say_is_said_so_with_what_they_do() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, "@Dateline Who will win the cricket match?");
    let seen = discord.answer(&asked).await;
    assert!(seen.content.contains("articles do not"), "{}", seen.content);
}

#[tokio::test]
async fn a_reply_goes_on_with_the_answer_that_it_replies_to() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let ask = async |text: &str| {
        let asked = discord.says(&ada, &news, &format!("@Dateline {text}"));
        discord.answer(&asked).await
    };
    let first = ask(QUESTION).await;
    let alone = discord.answer(&discord.replies(&ada, &news, first.id, "And where?")).await;
    let second = ask("When was the four-point agreement signed?").await;
    let to_first = discord.answer(&discord.replies(&ada, &news, first.id, "And where?")).await;
    assert_eq!(to_first.content, alone.content);
    assert!(to_first.content.contains("security dialogue"), "{}", to_first.content);
    let to_second = discord.answer(&discord.replies(&ada, &news, second.id, "And why?")).await;
    assert!(to_second.content.contains("agreement"), "{}", to_second.content);
}

#[tokio::test]
async fn who_replies_to_a_commands_answer_is_told_that_it_cannot_be_read() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
    let answer = discord.answer(&asked).await;
    let reply = discord.replies(&ada, &news, answer.id, "And where?");
    let told = discord.answer(&reply).await;
    assert!(told.content.contains("cannot read replies"), "{}", told.content);
    assert_eq!(told.buttons, ["Delete"]);
    let named = discord.replies(&ada, &news, answer.id, "@Dateline And where?");
    assert!(discord.answer(&named).await.content.contains("Japan"));
}

#[tokio::test]
async fn a_word_of_another_language_in_a_question_changes_no_language() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, "@Dateline What does 和 mean for the security dialogue?");
    let seen = discord.answer(&asked).await;
    assert!(seen.buttons.iter().any(|label| label == "Delete"), "{:?}", seen.buttons);
}
