//! Asking by mention, by reply, in threads and directly; who is not answered.

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
