//! A bare bot on serenity that answers a constant: proves the fake Discord, and says what a
//! response costs before any thinking is done.

use serenity::all::{
    Client, Command, CommandInteraction, CommandType, Context, CreateActionRow,
    CreateAllowedMentions, CreateAutocompleteResponse, CreateButton, CreateCommand,
    CreateCommandOption, CreateInputText, CreateInteractionResponse,
    CreateInteractionResponseMessage, CreateMessage, CreateModal, EventHandler, GatewayIntents,
    HttpBuilder, InputTextStyle, Interaction, Message, Ready, ResumedEvent,
};
use serenity::async_trait;
use tokio::task::JoinHandle;

use crate::fake_discord::{Discord, TOKEN};

/// What it always says.
pub(crate) const ANSWER: &str = "The talks were on Friday.";

struct Handler;

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, _: Ready) {
        let question =
            CreateCommandOption::new(serenity::all::CommandOptionType::String, "question", "It")
                .required(true)
                .set_autocomplete(true);
        let ask = CreateCommand::new("ask").description("Asks").add_option(question);
        let about = CreateCommand::new("Ask about this").kind(CommandType::Message);
        Command::set_global_commands(&context, vec![ask, about]).await.unwrap();
    }

    async fn message(&self, context: Context, message: Message) {
        if !message.author.bot && (message.guild_id.is_none() || !message.mentions.is_empty()) {
            let reply = CreateMessage::new()
                .content(ANSWER)
                .allowed_mentions(CreateAllowedMentions::new())
                .reference_message(&message)
                .button(CreateButton::new("v1:context").label("Context"));
            // What went wrong shows as an answer that is not there.
            let _ = message.channel_id.send_message(&context, reply).await;
        }
    }

    async fn resume(&self, _: Context, _: ResumedEvent) {}

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let _ = match interaction {
            Interaction::Command(command) => respond(&context, &command).await,
            Interaction::Autocomplete(typed) => {
                let typed_text = typed.data.autocomplete().unwrap().value.to_owned();
                let choices = CreateAutocompleteResponse::new()
                    .add_string_choice(typed_text.clone(), typed_text);
                let response = CreateInteractionResponse::Autocomplete(choices);
                typed.create_response(&context, response).await
            }
            Interaction::Component(click) => {
                let input = CreateInputText::new(InputTextStyle::Short, "Your question", "text");
                let modal = CreateModal::new("v1:more", "Ask on")
                    .components(vec![CreateActionRow::InputText(input)]);
                click.create_response(&context, CreateInteractionResponse::Modal(modal)).await
            }
            Interaction::Modal(modal) => modal.create_response(&context, answer()).await,
            _ => Ok(()),
        };
    }
}

async fn respond(context: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    command.create_response(context, answer()).await
}

fn answer() -> CreateInteractionResponse {
    let message = CreateInteractionResponseMessage::new()
        .content(ANSWER)
        .allowed_mentions(CreateAllowedMentions::new());
    CreateInteractionResponse::Message(message)
}

/// Starts it on `discord`; it stops when the handle is aborted.
pub(crate) async fn start(discord: &Discord) -> JoinHandle<()> {
    start_with(HttpBuilder::new(TOKEN).proxy(discord.address()).ratelimiter_disabled(true)).await
}

/// Starts it with a client of its own.
pub(crate) async fn start_with(http: HttpBuilder) -> JoinHandle<()> {
    let intents =
        GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
    let builder = serenity::client::ClientBuilder::new_with_http(http.build(), intents);
    let mut client: Client = builder.event_handler(Handler).await.unwrap();
    tokio::spawn(async move {
        // A bot that is refused is what some tests want.
        let _ = client.start().await;
    })
}
