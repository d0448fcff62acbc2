//! The grammar of a line: a timeline entry, a contributing factor, a remediation item. It gives places in the text;
//! what the parts mean, and where the line stands in a file, is left to others.

mod factor;
pub(crate) mod groups;
pub(crate) mod long;
mod remediation;
#[cfg(test)]
mod tests;
pub mod words;

use std::ops::Range;

pub use factor::{FactorLine, factor};
pub(crate) use remediation::unknown_status;
pub use remediation::{RemediationLine, remediation};

use self::groups::{Groups, trimmed};
use super::fault::Fault;
use super::time;

/// A fault in a line and the key of the long form that cannot be read because of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// The key, such as `at`; empty for the line as a whole.
    pub key: &'static str,
    /// The fault, placed in the line.
    pub fault: Fault,
}

impl LineFault {
    /// A fault that spoils a key.
    #[must_use]
    pub fn new(key: &'static str, fault: Fault) -> Self {
        Self { key, fault }
    }
}

/// The parts of a timeline entry written as a line, in bytes of it. Words that are faulty are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryLine {
    /// The time. Where it could not be read, the whole line without its groups.
    pub time: Range<usize>,
    /// The text; empty if there is none. Where the time could not be read, the same as the time.
    pub text: Range<usize>,
    /// Each source key of the group.
    pub sources: Vec<Range<usize>>,
    /// Each milestone of the group.
    pub milestones: Vec<Range<usize>>,
}

/// Reads a timeline entry: a time, a text, and the groups at its end.
#[must_use]
pub fn entry(line: &str) -> (EntryLine, Vec<LineFault>) {
    let mut faults = Vec::new();
    let start = line.len() - line.trim_start().len();
    let (time, rest) = match read_time(line, start) {
        Ok(found) => found,
        Err(mut fault) => {
            fault.at = start + fault.at.start..start + fault.at.end;
            faults.push(LineFault::new("at", fault));
            (None, start)
        }
    };
    let ending = groups::take(line, rest..line.len(), Groups::SourcesAndMilestones, &mut faults);
    if time.is_some() && ending.text.is_empty() {
        let at = trimmed(line, rest..line.len()).start.max(rest);
        let fault = Fault::error("entry-without-text", at..at, "nothing stands behind the time");
        faults.push(LineFault::new("text", fault.with_help("say in a sentence what happened then")));
    }
    let time = time.unwrap_or_else(|| ending.text.clone());
    (EntryLine { time, text: ending.text, sources: ending.sources, milestones: ending.milestones }, faults)
}

/// The time at the start and where the text begins, behind a separator if there is one.
fn read_time(line: &str, start: usize) -> Result<(Option<Range<usize>>, usize), Fault> {
    let (_, len) = time::parse_prefix(&line[start..])?;
    let time = start..start + len;
    let rest = &line[time.end..];
    if let Some(touching) = rest.strip_prefix([':', ',']) {
        return Ok((Some(time), line.len() - touching.len()));
    }
    let word = trimmed(line, time.end..line.len()).start;
    let (first, after) = line[word..].split_once(char::is_whitespace).unwrap_or((&line[word..], ""));
    let is_dash = matches!(first, "-" | "–" | "—");
    if (is_dash || matches!(first, "to" | "until" | "till")) && begins_with_time(after.trim_start()) {
        let at = word - start..word - start + first.len();
        let fault = Fault::error("range-without-dots", at, "a range is written with two dots");
        return Err(fault.with_help("write `..` between the times, without spaces: `18:45..19:00`"));
    }
    Ok((Some(time), if is_dash { line.len() - after.len() } else { word }))
}

/// Whether a text begins with a clock time or a date.
pub(crate) fn begins_with_time(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text.as_bytes()[digits..];
    match (digits, rest.first()) {
        (1 | 2, Some(b':')) | (4, Some(b'-')) => rest.get(1).is_some_and(u8::is_ascii_digit),
        _ => false,
    }
}
