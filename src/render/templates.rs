//! The templates: the program's own and a project's, and what they may call. Knows no page.

use super::{Error, escape, markdown};
use include_dir::{Dir, File};
use std::collections::BTreeMap;
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// The name under which a project's template reaches the built-in one of the same name.
const BUILT_IN: &str = "builtin/";

/// The folder of files that pages load, which are no templates.
const ASSETS: &str = "assets/";

/// A file of a project's `templates/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Its path in that folder, with `/` between its parts: `incident.html`, `assets/site.css`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// All templates, ready for use. Everything that a template prints is escaped, unless a filter made it HTML.
pub(super) fn tera(built_in: &Dir<'_>, overrides: &[Override]) -> Result<Tera, Error> {
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".svg", ".xml"]);
    tera.set_escape_fn(escape::write);
    // Templates are looked through for filters when they are added.
    tera.register_filter("markdown", to_section);
    tera.register_filter("inline", |text: &str, _: Kwargs, _: &State| Value::safe_string(&markdown::inline(text)));
    tera.register_filter("words", |text: &str, _: Kwargs, _: &State| markdown::text(text));
    tera.set_fallback_prefixes([BUILT_IN])?;
    let own = files(built_in).into_iter().filter_map(|file| {
        let path = file.path().to_str()?;
        (!path.starts_with(ASSETS)).then_some((format!("{BUILT_IN}{path}"), file.contents_utf8()?))
    });
    let theirs = overrides.iter().filter(|file| !file.path.starts_with(ASSETS));
    let all = own.chain(theirs.map(|file| (file.path.clone(), file.text.as_str())));
    tera.add_raw_templates(all.collect::<Vec<_>>())?;
    Ok(tera)
}

/// The files that pages load, by their paths in the site.
pub(super) fn assets(built_in: &Dir<'_>, overrides: &[Override]) -> BTreeMap<String, Vec<u8>> {
    let own = files(built_in).into_iter().filter_map(|file| Some((file.path().to_str()?, file.contents())));
    let theirs = overrides.iter().map(|file| (file.path.as_str(), file.text.as_bytes()));
    let all = own.chain(theirs).filter(|(path, _)| path.starts_with(ASSETS));
    all.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
}

/// The hash of a project's templates, without the files that pages load.
pub(super) fn fingerprint(overrides: &[Override]) -> blake3::Hash {
    let mut hash = blake3::Hasher::new();
    for file in overrides.iter().filter(|file| !file.path.starts_with(ASSETS)) {
        for part in [&file.path, &file.text] {
            hash.update(&part.len().to_le_bytes()).update(part.as_bytes());
        }
    }
    hash.finalize()
}

/// The filter for Markdown that stands under a heading; `prefix` keeps its ids apart from the rest of the page, and `top`
/// is the level of its own headings, 3 where it is not given.
#[allow(clippy::needless_pass_by_value, reason = "the engine asks for this signature")]
fn to_section(text: &str, arguments: Kwargs, _: &State) -> TeraResult<Value> {
    let prefix: String = arguments.must_get("prefix")?;
    let top: u8 = arguments.get("top")?.unwrap_or(3);
    Ok(Value::safe_string(&markdown::section(text, &prefix, top)))
}

/// Every file of a folder and of those inside.
fn files<'a>(folder: &Dir<'a>) -> Vec<&'a File<'a>> {
    let mut found: Vec<_> = folder.files().collect();
    found.extend(folder.dirs().flat_map(files));
    found
}
