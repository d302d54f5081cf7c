//! The way out to JavaScript: converts and decides nothing.
//!
//! The types that TypeScript sees stand in `wasm.d.ts`. Whatever does not fit them throws an
//! `Error` that names the option.

use crate::export::{Offsets, ReadingRecord, Unit, records};
use crate::model::*;
use crate::reader::{Reader, Steps};
use crate::{Error, Filter, Folding, MAX_BYTES, Who};
use js_sys::{Array, JSON, JsString, Number, Object, Reflect};
use serde::Serialize;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

thread_local! {
    /// Lexicons are built once, at the first text.
    static READER: Cell<Option<Reader>> = const { Cell::new(None) };
}

/// Finds who says what in a text of at most 64 MiB of UTF-8.
#[wasm_bindgen]
pub fn parse(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ParseOptions")] options: JsValue,
) -> Result<JsReading, JsError> {
    let steps = steps(&text, options)?;
    Ok(JsReading(with_reader(|reader| steps.finish(reader))))
}

/// Begins to read a text as `parse` does, but step by step.
#[wasm_bindgen(js_name = parseInSteps)]
pub fn parse_in_steps(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ParseOptions")] options: JsValue,
) -> Result<JsSteps, JsError> {
    Ok(JsSteps(steps(&text, options)?))
}

fn steps(text: &JsValue, options: JsValue) -> Result<Steps, Error> {
    let options = Fields::of(options, "options", &["format"])?;
    let format = options.one("format", FORMATS, |(name, _)| name)?;
    let length = text.dyn_ref::<JsString>().map_or(0, JsString::length) as usize;
    if length > MAX_BYTES {
        return Err(Error::too_long(length, MAX_BYTES));
    }
    Steps::new(string(text, "text")?, format.map_or(FormatOption::Auto, |(_, format)| format))
}

fn with_reader<T>(task: impl FnOnce(&Reader) -> T) -> T {
    let reader = READER.take().unwrap_or_default();
    let done = task(&reader);
    READER.set(Some(reader));
    done
}

/// A text that is read step by step, so that a page can do other things between.
#[wasm_bindgen(js_name = Steps)]
pub struct JsSteps(Steps);

#[wasm_bindgen(js_class = Steps)]
impl JsSteps {
    /// How many steps there are; some take longer than others.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> u32 {
        Steps::COUNT
    }

    /// Takes a step. The last gives the reading; call no more after it, but `free`.
    #[wasm_bindgen(unchecked_return_type = "Reading | undefined")]
    pub fn step(&mut self) -> Option<JsReading> {
        with_reader(|reader| self.0.step(reader)).map(JsReading)
    }
}

/// All that was found in one text. Each get makes fresh objects: keep them.
#[wasm_bindgen(js_name = Reading)]
pub struct JsReading(Reading);

#[wasm_bindgen(js_class = Reading)]
impl JsReading {
    #[wasm_bindgen(getter, unchecked_return_type = "Format")]
    pub fn format(&self) -> Result<JsValue, JsValue> {
        plain(&self.0.format)
    }

    #[wasm_bindgen(getter, unchecked_return_type = "Range | null")]
    pub fn title(&self) -> Result<JsValue, JsValue> {
        plain(&self.0.title.map(|title| self.offsets().range(title)))
    }

    #[wasm_bindgen(getter, unchecked_return_type = "Block[]")]
    pub fn blocks(&self) -> Result<JsValue, JsValue> {
        plain(&records::blocks(&self.0, &self.offsets()))
    }

    #[wasm_bindgen(getter, unchecked_return_type = "DateMention[]")]
    pub fn dates(&self) -> Result<JsValue, JsValue> {
        plain(&records::dates(&self.0, &self.offsets()))
    }

    #[wasm_bindgen(getter, unchecked_return_type = "Speaker[]")]
    pub fn speakers(&self) -> Result<JsValue, JsValue> {
        plain(&records::speakers(&self.0, &self.offsets()))
    }

    #[wasm_bindgen(getter, unchecked_return_type = "Mention[]")]
    pub fn mentions(&self) -> Result<JsValue, JsValue> {
        plain(&records::mentions(&self.0, &self.offsets()))
    }

    #[wasm_bindgen(getter, unchecked_return_type = "Statement[]")]
    pub fn statements(&self) -> Result<JsValue, JsValue> {
        plain(&records::statements(&self.0, &self.offsets()))
    }

    /// Ids of the statements that meet every condition, in text order.
    #[wasm_bindgen(unchecked_return_type = "number[]")]
    pub fn filter(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Filter")] query: JsValue,
    ) -> Result<JsValue, JsError> {
        let kept = self.0.filter(&filter(query)?)?;
        Ok(kept.into_iter().map(|id| JsValue::from(id.0)).collect::<Array>().into())
    }

    /// Where the terms of topics stand in the text.
    #[wasm_bindgen(unchecked_return_type = "Hits[]")]
    pub fn highlight(
        &self,
        #[wasm_bindgen(unchecked_param_type = "readonly Topic[]")] topics: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "HighlightOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let folding = folding(options).map_err(JsError::from)?;
        let topics = list(&topics, "topics", topic).map_err(JsError::from)?;
        let hits = self.0.topics(&topics, folding);
        plain(&records::hits(&hits, &self.offsets()))
    }

    /// Statement, start and end of each part of each content, in text order, in one flat list; of
    /// parts that start together the longest stands first.
    pub fn spans(&self) -> Vec<u32> {
        records::flat_spans(&self.0, &self.offsets())
    }

    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "ReadingData")]
    pub fn to_json(&self) -> Result<JsValue, JsValue> {
        plain(&ReadingRecord::new(&self.0, Unit::Utf16))
    }

    fn offsets(&self) -> Offsets<'_> {
        Offsets::new(&self.0.text, Unit::Utf16)
    }
}

fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(JsValue::from)
}

const FORMATS: &[(&str, FormatOption)] = &[
    ("auto", FormatOption::Auto),
    ("prose", FormatOption::Is(Format::Prose)),
    ("transcript", FormatOption::Is(Format::Transcript)),
];

fn filter(query: JsValue) -> Result<Filter, Error> {
    let fields = Fields::of(query, "filter", &["speaker", "topic", "kind", "act", "text"])?;
    Ok(Filter {
        speakers: fields.get("speaker").map_or(Ok(Vec::new()), |who| one_or_more(&who, speaker))?,
        topic: fields.get("topic").map(|topic| self::topic(&topic)).transpose()?,
        kinds: fields.get("kind").map_or(Ok(Vec::new()), |kinds| one_or_more(&kinds, kind))?,
        act: fields.one("act", Act::ALL, Act::name)?,
        text: fields.get("text").map(|text| string(&text, "text")).transpose()?,
    })
}

fn speaker(value: &JsValue) -> Result<Who, Error> {
    let allowed = "the id of a speaker of this reading, a name or null";
    match value.as_f64() {
        Some(id) if f64::from(id as u32) == id => Ok(Who::Speaker(SpeakerId(id as u32))),
        None if value.is_null() => Ok(Who::Nobody),
        _ => match value.as_string() {
            Some(name) => Ok(Who::Named(name)),
            None => Err(Error::option("speaker", shown(value), allowed)),
        },
    }
}

fn kind(value: &JsValue) -> Result<Kind, Error> {
    choice(value, "kind", Kind::ALL, Kind::name)
}

fn topic(value: &JsValue) -> Result<Topic, Error> {
    let fields = Fields::of(value.clone(), "topic", &["label", "terms"])?;
    let field = |name| fields.get(name).unwrap_or(JsValue::UNDEFINED);
    Ok(Topic {
        label: string(&field("label"), "topic.label")?,
        terms: list(&field("terms"), "topic.terms", |term| string(term, "topic.terms"))?,
    })
}

fn folding(options: JsValue) -> Result<Folding, Error> {
    let fields = Fields::of(options, "options", &["accents", "arabic"])?;
    let flag = |name| match fields.get(name) {
        None => Ok(false),
        Some(value) => {
            value.as_bool().ok_or_else(|| Error::option(name, shown(&value), "true or false"))
        }
    };
    Ok(Folding { accents: flag("accents")?, arabic: flag("arabic")? })
}

/// The fields of an object of options.
struct Fields(JsValue);

impl Fields {
    /// No object is one without fields.
    fn of(value: JsValue, name: &str, known: &[&str]) -> Result<Fields, Error> {
        if value.is_undefined() {
            return Ok(Fields(value));
        }
        if !value.is_object() || Array::is_array(&value) {
            return Err(Error::option(name, shown(&value), "an object"));
        }
        for key in Object::keys(value.unchecked_ref::<Object>()) {
            let key = key.as_string().unwrap_or_default();
            if !known.contains(&key.as_str()) {
                return Err(Error::unknown_option(key, known.join(", ")));
            }
        }
        Ok(Fields(value))
    }

    /// None for a field that is missing or undefined.
    fn get(&self, name: &str) -> Option<JsValue> {
        // `Reflect.get` throws at what is no object, and each throw would keep a place in the table
        // of JavaScript's values for good.
        let object = self.0.is_object().then_some(&self.0)?;
        Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined())
    }

    fn one<T: Copy>(
        &self,
        name: &str,
        all: &[T],
        named: fn(T) -> &'static str,
    ) -> Result<Option<T>, Error> {
        self.get(name).map(|value| choice(&value, name, all, named)).transpose()
    }
}

/// The one of `all` that has the name which was given.
fn choice<T: Copy>(
    value: &JsValue,
    name: &str,
    all: &[T],
    named: fn(T) -> &'static str,
) -> Result<T, Error> {
    let names: Vec<&str> = all.iter().map(|one| named(*one)).collect();
    place_in(&names, value, name).map(|at| all[at])
}

/// Where in the list the name stands that was given.
fn place_in(names: &[&str], value: &JsValue, name: &str) -> Result<usize, Error> {
    let given = value.as_string();
    let at = names.iter().position(|one| given.as_deref() == Some(one));
    at.ok_or_else(|| {
        Error::option(name, shown(value), ["\"", &names.join("\", \""), "\""].concat())
    })
}

fn string(value: &JsValue, name: &str) -> Result<String, Error> {
    value.as_string().ok_or_else(|| Error::option(name, shown(value), "a string"))
}

fn list<T>(
    value: &JsValue,
    name: &str,
    item: impl Fn(&JsValue) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    if !Array::is_array(value) {
        return Err(Error::option(name, shown(value), "an array"));
    }
    value.unchecked_ref::<Array>().iter().map(|value| item(&value)).collect()
}

fn one_or_more<T>(
    value: &JsValue,
    item: impl Fn(&JsValue) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    if Array::is_array(value) { list(value, "", item) } else { item(value).map(|item| vec![item]) }
}

/// A value as an error message names it.
fn shown(value: &JsValue) -> String {
    match value.as_string() {
        Some(_) => JSON::stringify(value).map(String::from).unwrap_or_default(),
        None if value.is_null() => "null".to_owned(),
        None if Array::is_array(value) => "an array".to_owned(),
        None => match value.as_f64() {
            Some(number) => {
                Number::from(number).to_string_with_radix(10).map(String::from).unwrap_or_default()
            }
            None => value.js_typeof().as_string().unwrap_or_default(),
        },
    }
}
