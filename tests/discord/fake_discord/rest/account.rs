//! Who the bot is, and where its gateway stands.

use serde_json::{Value, json};

use super::{Call, Reply};
use crate::fake_discord::dispatches;
use crate::fake_discord::objects;
use crate::fake_discord::people::BOT;
use crate::fake_discord::state::State;

pub(super) fn gateway(_: &mut State, call: &Call<'_>) -> Reply {
    Reply::new(200, json!({ "url": format!("ws://{}", call.world.address) }))
}

pub(super) fn gateway_of_bot(_: &mut State, call: &Call<'_>) -> Reply {
    let limit = json!({ "total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1 });
    let (url, shards) = (format!("ws://{}", call.world.address), call.world.settings.shards);
    Reply::new(200, json!({ "url": url, "shards": shards, "session_start_limit": limit }))
}

pub(super) fn user(_: &mut State, _: &Call<'_>) -> Reply {
    let mut user = objects::user(&objects::bot());
    user["mfa_enabled"] = json!(false);
    user["locale"] = json!("en-US");
    user["verified"] = json!(true);
    user["email"] = Value::Null;
    Reply::new(200, user)
}

pub(super) fn application(_: &mut State, _: &Call<'_>) -> Reply {
    let owner = objects::user(&objects::bot());
    Reply::new(
        200,
        json!({
            "id": BOT.to_string(), "name": "Dateline", "icon": null, "description": "", "type": null,
            "bot": owner, "bot_public": true, "bot_require_code_grant": false, "summary": "",
            "integration_types_config": { "0": {}, "1": {} }, "verify_key": "00", "flags": 0,
            "flags_new": "0", "hook": true, "redirect_uris": [], "interactions_endpoint_url": null,
            "role_connections_verification_url": null, "owner": owner, "approximate_guild_count": 1,
            "approximate_user_install_count": 0, "approximate_user_authorization_count": 0,
            "explicit_content_filter": 0, "team": null, "eligible_oauth2_scopes": [],
        }),
    )
}

pub(super) fn channel(state: &mut State, call: &Call<'_>) -> Reply {
    if !state.places.contains_key(&call.id(0)) {
        return Reply::error(404, 10003, "Unknown Channel");
    }
    Reply::new(200, dispatches::place_of(state, call.id(0)))
}

pub(super) fn roles(_: &mut State, _: &Call<'_>) -> Reply {
    Reply::new(200, json!([objects::everyone()]))
}
