//! Discord's own description of its interface, read from `../shared`: what is asked and what is
//! answered must fit it, and a request may have no key that it does not know.
//!
//! Where it refuses what Discord takes, it is mended as it is read.

use std::collections::{BTreeSet, HashMap};
use std::sync::{LazyLock, Mutex, PoisonError};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Registry, ValidationError, Validator};
use serde_json::{Value, json};

use crate::shared::shared;

/// What the description is called in references.
const NAME: &str = "https://discord.invalid/openapi.json";

static DOCUMENT: LazyLock<Option<Value>> = LazyLock::new(|| {
    let text = std::fs::read_to_string(shared("discord/openapi.json")?).unwrap();
    Some(mended(serde_json::from_str(&text).unwrap()))
});

static REGISTRY: LazyLock<Option<Registry<'static>>> = LazyLock::new(|| {
    let document = DOCUMENT.as_ref()?;
    Some(Registry::new().add(NAME, document).unwrap().prepare().unwrap())
});

/// Validators by the pointer of their schema, each built when it is first needed.
static VALIDATORS: LazyLock<Mutex<HashMap<String, &'static Validator>>> =
    LazyLock::new(Mutex::default);

/// The document without its known errors.
fn mended(mut document: Value) -> Value {
    let schemas = &mut document["components"]["schemas"];
    schemas["SnowflakeType"] = json!({
        "type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$", "minimum": 0,
    });
    for name in ["ApplicationCommandCreateRequest", "ApplicationCommandUpdateRequest"] {
        schemas[name]["properties"]["default_member_permissions"] = json!({
            "type": ["integer", "string", "null"],
        });
        // In the documentation of commands, and sent by serenity.
        schemas[name]["properties"]["nsfw"] = json!({ "type": ["boolean", "null"] });
    }
    document
}

/// What is wrong with a request's body.
pub(super) fn request_problems(method: &str, path: &str, body: &Value) -> Vec<String> {
    let pointer = format!("{}/requestBody/content/application~1json/schema", at(method, path));
    match DOCUMENT.as_ref() {
        Some(document) if document.pointer(&pointer).is_some() => {
            let mut found = check(&narrowed(path, body).unwrap_or(pointer.clone()), body);
            found.extend(unknown_keys(document, &[document.pointer(&pointer).unwrap()], body, ""));
            found
        }
        Some(document) if document.pointer(&at(method, path)).is_none() => {
            vec![format!("Discord has no {method} {path}")]
        }
        _ => Vec::new(),
    }
}

/// What is wrong with an answer's body: of the fake Discord itself.
pub(crate) fn answer_problems(method: &str, path: &str, status: u16, body: &Value) -> Vec<String> {
    let Some(document) = DOCUMENT.as_ref() else { return Vec::new() };
    let answers = format!("{}/responses", at(method, path));
    let in_path = format!("{answers}/{status}/content/application~1json/schema");
    if document.pointer(&in_path).is_some() {
        return check(&in_path, body);
    }
    match status {
        429 => object_problems("RatelimitedResponse", body),
        400..=499 => object_problems("ErrorResponse", body),
        _ => Vec::new(),
    }
}

/// What is wrong with an object of the schema `name`.
pub(crate) fn object_problems(name: &str, body: &Value) -> Vec<String> {
    check(&format!("/components/schemas/{name}"), body)
}

fn at(method: &str, path: &str) -> String {
    format!("/paths/{}/{method}", path.replace('~', "~0").replace('/', "~1"))
}

/// The one schema of a response to an interaction that its type means, for readable problems.
fn narrowed(path: &str, body: &Value) -> Option<String> {
    let name = match body["type"].as_u64().filter(|_| path.ends_with("/callback"))? {
        1 => "PongInteractionCallbackRequest",
        4 | 5 => "CreateMessageInteractionCallbackRequest",
        6 | 7 => "UpdateMessageInteractionCallbackRequest",
        8 => "ApplicationCommandAutocompleteCallbackRequest",
        9 => "ModalInteractionCallbackRequest",
        _ => return None,
    };
    Some(format!("/components/schemas/{name}"))
}

fn check(pointer: &str, body: &Value) -> Vec<String> {
    let Some(validator) = validator(pointer) else { return Vec::new() };
    validator.iter_errors(body).map(|error| told(&error)).collect()
}

/// A sentence for an error; of alternatives, for the one whose `type` fits.
fn told(error: &ValidationError<'_>) -> String {
    use ValidationErrorKind::{AnyOf, OneOfNotValid};
    let is_of_type = |errors: &&Vec<ValidationError<'_>>| {
        errors.iter().all(|it| !it.instance_path().as_str().ends_with("/type"))
    };
    let meant = match error.kind() {
        AnyOf { context } | OneOfNotValid { context } => context.iter().rfind(is_of_type),
        _ => None,
    };
    match meant.and_then(|errors| errors.first()) {
        Some(inner) => told(inner),
        None => format!("{}: {}", error.instance_path(), error.masked()),
    }
}

fn validator(pointer: &str) -> Option<&'static Validator> {
    let registry = REGISTRY.as_ref()?;
    let mut validators = VALIDATORS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(validator) = validators.get(pointer) {
        return Some(*validator);
    }
    let schema =
        json!({ "$ref": format!("{NAME}#{}", pointer.replace('{', "%7B").replace('}', "%7D")) });
    let built = jsonschema::options().with_registry(registry).build(&schema).unwrap();
    let built: &'static Validator = Box::leak(Box::new(built));
    validators.insert(pointer.to_owned(), built);
    Some(built)
}

/// The keys of `value`, however deep, that none of `schemas` knows.
fn unknown_keys(document: &Value, schemas: &[&Value], value: &Value, path: &str) -> Vec<String> {
    let mut plain = Vec::new();
    schemas.iter().for_each(|schema| unfold(document, schema, &mut plain));
    if let Value::Array(elements) = value {
        let items: Vec<&Value> = plain.iter().filter_map(|schema| schema.get("items")).collect();
        let each = elements.iter().enumerate();
        return each
            .flat_map(|(at, it)| unknown_keys(document, &items, it, &format!("{path}/{at}")))
            .collect();
    }
    let Value::Object(fields) = value else { return Vec::new() };
    let is_open = plain.iter().any(|schema| schema.get("additionalProperties").is_some());
    let known: BTreeSet<&String> = plain
        .iter()
        .filter_map(|it| it.get("properties")?.as_object())
        .flat_map(|it| it.keys())
        .collect();
    if is_open || known.is_empty() {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (key, value) in fields {
        if !known.contains(key) {
            problems.push(format!("{path}/{key}: Discord knows no such key"));
            continue;
        }
        let inner: Vec<&Value> =
            plain.iter().filter_map(|schema| schema.get("properties")?.get(key)).collect();
        problems.extend(unknown_keys(document, &inner, value, &format!("{path}/{key}")));
    }
    problems
}

/// A schema with its references and alternatives followed.
fn unfold<'a>(document: &'a Value, schema: &'a Value, plain: &mut Vec<&'a Value>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = reference.strip_prefix('#').and_then(|pointer| document.pointer(pointer));
        unfold(document, target.unwrap(), plain);
    }
    for alternatives in ["anyOf", "oneOf", "allOf"] {
        for schema in schema[alternatives].as_array().into_iter().flatten() {
            unfold(document, schema, plain);
        }
    }
    plain.push(schema);
}
