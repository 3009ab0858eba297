//! The interface over HTTP: one table of routes, and what every request goes through.

mod account;
mod callbacks;
mod commands;
mod messages;
mod webhooks;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State as Extract;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::World;
use super::faults::{Fault, server_error};
use super::state::{Request, State};
use crate::rules;

/// A request on its way to its handler.
pub(super) struct Call<'a> {
    world: &'a World,
    /// What stands in the path's places, in order.
    values: Vec<String>,
    query: String,
    body: &'a Value,
}

/// An answer.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    status: u16,
    body: Value,
    headers: Vec<(String, String)>,
}

type Handler = fn(&mut State, &Call<'_>) -> Reply;

/// A method with the template of a path, whether it asks for the token, and what answers it.
type Route = (&'static str, &'static str, bool, Handler);

const ROUTES: [Route; 22] = [
    ("get", "/gateway", false, account::gateway),
    ("get", "/gateway/bot", true, account::gateway_of_bot),
    ("get", "/users/@me", true, account::user),
    ("get", "/applications/@me", true, account::application),
    ("get", "/oauth2/applications/@me", true, account::application),
    ("get", "/channels/{channel_id}", true, account::channel),
    ("get", "/applications/{application_id}/commands", true, commands::list),
    ("put", "/applications/{application_id}/commands", true, commands::overwrite),
    ("post", "/channels/{channel_id}/messages", true, messages::create),
    ("get", "/channels/{channel_id}/messages/{message_id}", true, messages::get),
    ("patch", "/channels/{channel_id}/messages/{message_id}", true, messages::edit),
    ("delete", "/channels/{channel_id}/messages/{message_id}", true, messages::delete),
    ("post", "/channels/{channel_id}/typing", true, messages::typing),
    (
        "post",
        "/interactions/{interaction_id}/{interaction_token}/callback",
        false,
        callbacks::create,
    ),
    ("post", "/webhooks/{webhook_id}/{webhook_token}", false, webhooks::create),
    (
        "get",
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        false,
        webhooks::get_original,
    ),
    (
        "patch",
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        false,
        webhooks::edit_original,
    ),
    (
        "delete",
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        false,
        webhooks::delete_original,
    ),
    ("get", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", false, webhooks::get),
    (
        "patch",
        "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
        false,
        webhooks::edit,
    ),
    (
        "delete",
        "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}",
        false,
        webhooks::delete,
    ),
    ("get", "/guilds/{guild_id}/roles", true, account::roles),
];

impl Call<'_> {
    /// The number in the path's place `at`.
    fn id(&self, at: usize) -> u64 {
        self.values[at].parse().unwrap_or(0)
    }
}

impl Reply {
    pub(super) fn new(status: u16, body: Value) -> Self {
        Self { status, body, headers: Vec::new() }
    }

    /// An answer without a body.
    fn nothing() -> Self {
        Self::new(204, Value::Null)
    }

    pub(super) fn error(status: u16, code: u32, message: &str) -> Self {
        Self::new(status, json!({ "message": message, "code": code }))
    }

    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap();
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            headers.insert(name, HeaderValue::from_str(value).unwrap());
        }
        if self.body.is_null() {
            return (status, headers).into_response();
        }
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        (status, headers, self.body.to_string()).into_response()
    }
}

/// Answers one request.
pub(super) async fn serve(
    Extract(world): Extract<Arc<World>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let method = method.as_str().to_lowercase();
    let Some((route, values)) = find(&method, uri.path()) else {
        world.violate(format!("{method} {uri}: the fake Discord has no such route"));
        return Reply::error(404, 0, "404: Not Found").into_response();
    };
    let body = match body.is_empty() {
        true => Value::Null,
        false => serde_json::from_slice(&body).unwrap_or_else(|error| {
            world.violate(format!("{method} {uri}: the body is no JSON: {error}"));
            Value::Null
        }),
    };
    let (query, world_ref) = (uri.query().unwrap_or_default().to_owned(), &*world);
    let call = Call { world: world_ref, values, query, body: &body };
    let reply = answer(route, &call, &headers).await;
    let request =
        Request { method: route.0, path: route.1, body: body.clone(), status: reply.status };
    world.change(|state| state.requests.push(request));
    reply.into_response()
}

async fn answer(route: &Route, call: &Call<'_>, headers: &HeaderMap) -> Reply {
    let (method, path, needs_token, handle) = *route;
    let world = call.world;
    let expected = format!("Bot {}", world.settings.token);
    if needs_token && headers.get("authorization").is_none_or(|it| it != expected.as_str()) {
        return Reply::error(401, 0, "401: Unauthorized");
    }
    let fault = world.change(|state| take_fault(state, method, path));
    if let Some(Fault::Delay(time)) = fault {
        tokio::time::sleep(time).await;
    }
    if let Some(reply) = fault.and_then(Fault::reply) {
        return reply;
    }
    if world.settings.checks_at_once {
        let problems = rules::request_problems(method, path, call.body);
        if !problems.is_empty() {
            world.violate(told(method, path, call.body, &problems));
            return Reply::error(400, 50035, "Invalid Form Body");
        }
    }
    let reply = world.change(|state| handle(state, call));
    if fault == Some(Fault::LostAnswer) {
        return server_error();
    }
    if world.settings.checks_at_once && !reply.body.is_null() {
        let found = rules::answer_problems(method, path, reply.status, &reply.body);
        for problem in found {
            world.violate(format!("the fake Discord's answer to {method} {path}: {problem}"));
        }
    }
    reply
}

/// A sentence for what is wrong with a request.
pub(super) fn told(method: &str, path: &str, body: &Value, problems: &[String]) -> String {
    format!("{method} {path}\n    {}\n    in {body}", problems.join("\n    "))
}

fn find(method: &str, path: &str) -> Option<(&'static Route, Vec<String>)> {
    let path = path.strip_prefix("/api/v10/")?;
    let given: Vec<&str> = path.split('/').collect();
    ROUTES.iter().filter(|route| route.0 == method).find_map(|route| {
        let wanted: Vec<&str> = route.1[1..].split('/').collect();
        let fits = wanted.len() == given.len()
            && wanted.iter().zip(&given).all(|(it, is)| it.starts_with('{') || it == is);
        let pairs = wanted.iter().zip(&given).filter(|(it, _)| it.starts_with('{'));
        fits.then(|| (route, pairs.map(|(_, is)| (*is).to_owned()).collect()))
    })
}

fn take_fault(state: &mut State, method: &str, path: &str) -> Option<Fault> {
    let fits = |it: &super::faults::Script| it.method == method && it.path == path && it.times > 0;
    let script = state.scripts.iter_mut().find(|script| fits(script))?;
    script.times -= 1;
    Some(script.fault)
}
