//! What stands in a gold file of a readout and in a line of predictions. Positions are code points.

use serde::Deserialize;
use serde_json::Value;

/// Start and end in code points, end exclusive.
pub type Range = [usize; 2];

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Document {
    pub doc: String,
    pub title: Option<Range>,
    pub dates: Vec<Date>,
    pub speakers: Vec<Speaker>,
    pub statements: Vec<Statement>,
    pub mentions: Vec<Mention>,
    pub topics: Vec<Topic>,
    pub attributions: Vec<Attribution>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Date {
    pub span: Range,
    pub iso: String,
    pub role: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Speaker {
    pub id: Id,
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Statement {
    pub speaker: Option<Id>,
    pub source: Vec<Range>,
    pub cue: Vec<Range>,
    pub content: Vec<Range>,
    pub kind: Option<String>,
    /// In gold: annotators differ whether it is one.
    pub optional: bool,
    pub confidence: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Mention {
    pub span: Range,
    pub speaker: Option<Id>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Topic {
    pub label: String,
    pub spans: Vec<Range>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Attribution {
    pub source: Vec<Range>,
    pub cue: Vec<Range>,
    pub content: Vec<Range>,
    pub confidence: Option<f64>,
}

/// A speaker's id: a number in predictions, a letter in gold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "Value")]
pub struct Id(pub String);

impl From<Value> for Id {
    fn from(value: Value) -> Self {
        Id(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    }
}
