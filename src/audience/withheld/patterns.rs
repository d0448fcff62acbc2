//! In what ways a name may be written: whole or in part, in another transcription.

use super::spelling::{APART, Spelling};
use crate::config::Config;
use std::collections::{BTreeMap, BTreeSet};

/// One way in which a name may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    /// Which name.
    pub(super) name: usize,
    /// How much of it.
    pub(super) form: Form,
    /// A name of a single word is all of this.
    pub(super) is_alone: bool,
    /// A word that pages are full of, such as that of a month, is in it.
    pub(super) is_usual: bool,
}

/// How much of a name a pattern is, and so how it must stand to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Two words or more, all that there are.
    Whole,
    /// A word so long that it counts inside of others.
    Long,
    /// A word that counts alone and as a name only.
    Short,
    /// In a script that puts no spaces between words.
    Dense,
}

/// A word from which on it counts inside of others.
const LONG: usize = 5;

/// A word of a name that is shorter is no trace of anybody.
const SHORT: usize = 3;

/// The same in scripts where each character is a syllable or a word.
const DENSE: usize = 2;

/// Words that the program writes itself.
const DATES: &str = "january february march april may june july august september october november december \
                     jan feb mar apr jun jul aug sep sept oct nov dec \
                     monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun";

/// Letters, and how they are written where a keyboard has none of them.
const TRANSCRIBED: [(&str, &str); 8] =
    [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ø", "oe"), ("å", "aa")];

/// Every pattern of these names, folded.
pub(super) fn patterns<'n>(names: impl Iterator<Item = &'n str>, config: &Config) -> BTreeMap<String, Pattern> {
    let severities = config.severities.iter().flat_map(|step| words(&step.id).into_iter().chain(words(&step.name)));
    let usual: BTreeSet<String> = words(DATES).into_iter().chain(severities).collect();
    let mut patterns = Patterns { found: BTreeMap::new(), usual };
    for (index, name) in names.enumerate() {
        patterns.name(index, name);
    }
    patterns.found
}

struct Patterns {
    found: BTreeMap<String, Pattern>,
    usual: BTreeSet<String>,
}

impl Patterns {
    fn name(&mut self, index: usize, name: &str) {
        let composed: String = unicode_normalization::UnicodeNormalization::nfc(name).collect();
        let transcribed = TRANSCRIBED.iter().fold(composed.clone(), |name, (letter, pair)| name.replace(letter, pair));
        let contracted =
            TRANSCRIBED[..3].iter().fold(composed.clone(), |name, (letter, pair)| name.replace(pair, letter));
        let unbroken = composed.replace(['\'', '’'], "");
        for form in [&composed, &transcribed, &contracted, &unbroken] {
            self.whole(index, &words(form));
        }
        let is_capital = |word: &&str| !word.starts_with(char::is_lowercase);
        let has_capitals = composed.split_whitespace().any(|word| is_capital(&word));
        for form in [&composed, &transcribed, &unbroken] {
            let is_single = words(form).len() == 1;
            for piece in form.split(|c: char| !c.is_alphanumeric() && !is_mark(c)) {
                // `von`, `de la`: the words of a language, not of a name.
                let is_particle = has_capitals && !is_capital(&piece);
                self.part(index, piece, is_particle, is_single);
            }
        }
    }

    fn whole(&mut self, name: usize, words: &[String]) {
        if words.len() < 2 {
            return;
        }
        let is_usual = words.iter().any(|word| self.usual.contains(word));
        for joint in [" ", ""] {
            let pattern = Pattern { name, form: Form::Whole, is_alone: true, is_usual };
            self.found.insert(words.join(joint), pattern);
        }
    }

    fn part(&mut self, name: usize, piece: &str, is_particle: bool, is_alone: bool) {
        let word: String = words(piece).concat();
        let length = word.chars().count();
        let form = match length {
            _ if !word.contains(char::is_alphabetic) => return,
            DENSE.. if word.chars().all(is_dense) => Form::Dense,
            LONG.. => Form::Long,
            SHORT.. if !is_particle => Form::Short,
            1.. if is_alone => Form::Short,
            _ => return,
        };
        let is_usual = self.usual.contains(&word);
        let pattern = self.found.entry(word).or_insert(Pattern { name, form, is_alone, is_usual });
        if is_alone && !pattern.is_alone {
            *pattern = Pattern { name, is_alone, ..*pattern };
        }
    }
}

/// The words of a text, folded.
fn words(text: &str) -> Vec<String> {
    let folded = Spelling::plain(text).folded().text;
    folded.split([' ', APART]).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '\u{ad}' || ('\u{200b}'..='\u{200f}').contains(&c)
}

/// A letter of a script that puts no spaces between words: Chinese, Japanese, Korean with its endings, Thai.
pub(super) fn is_dense(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{3005}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}
