//! Charts of records that strain them, on one page to be looked at: `cargo run --example gallery [FOLDER]`, by default
//! `target/gallery`. It holds the page of each record too, so that every mark leads to its row.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "an example that fails is to stop, says where it wrote, and writes what is no site of the user's"
)]

mod many;
mod records;

use minutebook::diag::Level;
use minutebook::source::{SourceFile, Sources};
use minutebook::{audience, pipeline};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A record to be looked at.
struct Sample {
    /// Its id.
    id: &'static str,
    /// What is hard about it.
    title: &'static str,
    /// The record without its title.
    record: String,
}

fn main() {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("target/gallery"), PathBuf::from);
    let samples = records::samples();
    let files = samples.iter().map(|sample| {
        let text = format!("title: {}\nseverity: sev2\n{}", sample.title, sample.record);
        SourceFile::new(format!("incidents/{}.yaml", sample.id), text.into_bytes())
    });
    let mut sources = Sources { records: files.collect(), ..Sources::default() };
    sources.records.sort_by(|a, b| a.path.cmp(&b.path));
    let checked = pipeline::check(&sources, None);
    let faults = checked.diagnostics.iter().flat_map(|(path, found)| found.iter().map(move |found| (path, found)));
    // What a whole record needs beside a timeline is no matter here.
    for (path, fault) in faults.filter(|(_, fault)| fault.level == Level::Error && fault.rule != "missing-for-status") {
        println!("{path}: {}: {}", fault.rule, fault.message);
    }
    let edition = audience::project(&checked.archive, &checked.config, checked.config.outermost());
    let press = pipeline::press(&edition, &checked.config, &sources).unwrap();
    for page in press.pages() {
        let mut bytes = Vec::new();
        press.make(&page, &mut bytes).unwrap();
        write(&folder.join(page.as_ref()), &bytes);
    }
    let path = folder.join("gallery.html");
    write(&path, gallery(&folder, &samples).as_bytes());
    println!("{}", path.display());
}

/// One page with the figure of each sample.
fn gallery(folder: &Path, samples: &[Sample]) -> String {
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Gallery</title>\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <link rel=\"stylesheet\" href=\"assets/site.css\">\n</head>\n<body>\n<main id=\"main\" class=\"wrap\">\n\
         <h1>Charts that are hard to draw</h1>\n",
    );
    for Sample { id, title, .. } in samples {
        let address = format!("incidents/{id}/index.html");
        let page = std::fs::read_to_string(folder.join(&address)).expect(id);
        let figure =
            between(&page, "<section class=\"figure\"", "</section>").unwrap_or("<p>No chart: the list says all.</p>");
        let figure = figure.replace("href=\"#", &format!("href=\"{address}#")).replace("id=\"h-figure\"", "");
        let _ = writeln!(html, "<hr>\n<p id=\"{id}\"><a href=\"{address}\">{title}</a></p>\n{figure}");
    }
    html + "</main>\n</body>\n</html>\n"
}

/// A text from a beginning to an end, both included.
fn between<'t>(text: &'t str, begin: &str, end: &str) -> Option<&'t str> {
    let from = text.find(begin)?;
    let to = text[from..].find(end)? + end.len();
    Some(&text[from..from + to])
}

fn write(path: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}
