//! What every page promises, whatever it says.

mod colours;
mod sample;
mod sample_incident;

use super::{Override, Renderer, template};
use crate::view::View;
use crate::view::drawing::Drawing;
use crate::view::incident::Content;
use crate::view::minutes::Row;
use crate::view::shown::Markdown;
use crate::view::timeline::{Chart, Key};
use serde_json::Value;
use tera::Context;

fn renderer(overrides: &[(&str, &str)]) -> Renderer {
    let own = |(path, text): &(&str, &str)| Override { path: (*path).to_owned(), text: (*text).to_owned() };
    Renderer::new(&overrides.iter().map(own).collect::<Vec<_>>()).unwrap()
}

fn bytes(renderer: &Renderer, view: &View) -> String {
    let mut out = Vec::new();
    renderer.render(view, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn is_page(path: &str) -> bool {
    path.rsplit('.').next() == Some("html")
}

fn incident() -> View {
    View::Incident(Box::new(sample_incident::page()))
}

/// The values of all attributes of a name, in order.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn pages_are_whole_and_hold_nothing_inline() {
    let renderer = renderer(&[]);
    for (path, view) in sample::pages().into_iter().filter(|(path, _)| is_page(path)) {
        let html = bytes(&renderer, &view);
        assert!(html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"), "{path}");
        assert!(html.contains("Content-Security-Policy"), "{path}");
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert_eq!(html.matches("<script").count(), 1, "{path} has a script of its own");
        for inline in [" style=\"", "<style", " onclick=", "javascript:"] {
            assert!(!html.contains(inline), "{path} has {inline}");
        }
    }
}

#[test]
fn pages_with_nothing_to_say_render_too() {
    let renderer = renderer(&[]);
    let html = bytes(&renderer, &View::Incident(Box::default()));
    for part in ["class=\"facts\"", "class=\"toc\"", "class=\"near\"", "<section", "class=\"deck\"", "class=\"tomb\""] {
        assert!(!html.contains(part), "a page without content has {part}");
    }
    bytes(&renderer, &View::Archive(Box::default()));
    bytes(&renderer, &View::Definitions(Box::default()));
}

/// Words that templates compare or use as classes, and numbers of anchors: no record can change them.
const FIXED: &[&str] = &["kind", "row", "rail", "edge", "tone", "mark"];

/// Puts hostile text into every text of a view.
fn poison(value: &mut Value, hostile: &str) {
    match value {
        Value::String(text) => hostile.clone_into(text),
        Value::Array(items) => items.iter_mut().for_each(|item| poison(item, hostile)),
        Value::Object(fields) => {
            let free = fields.iter_mut().filter(|(name, _)| !FIXED.contains(&name.as_str()));
            free.for_each(|(_, field)| poison(field, hostile));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn no_text_of_any_view_becomes_markup() {
    let renderer = renderer(&[]);
    let scripts = bytes(&renderer, &incident()).matches("<script").count();
    for (path, view) in sample::pages() {
        let mut value = serde_json::to_value(&view).unwrap();
        poison(&mut value, "\"><script>alert('&')</script>");
        let page = renderer.tera.render(template(&view), &Context::from_serialize(&value).unwrap()).unwrap();
        if path == "robots.txt" {
            continue; // plain text has no markup
        }
        assert_eq!(page.matches("<script").count(), if is_page(path) { scripts } else { 0 }, "{path}");
        assert!(!page.contains("\"><script") && !page.contains("\"\">"), "{path} lets text out of an attribute");
        assert!(page.contains("&lt;script&gt;"), "{path} shows none of the text");
    }
}

#[test]
fn no_word_of_a_chart_becomes_markup() {
    let renderer = renderer(&[]);
    let (chart, key) = (Chart::blank(), Key::blank());
    for (name, looks, blank) in
        [("timeline.svg", &renderer.chart, chart.drawing()), ("key.html", &renderer.key, key.drawing())]
    {
        let mut hostile = Drawing::default();
        for (table, columns) in blank.tables() {
            let mut cells = hostile.table(table, columns);
            for _ in columns.split(' ') {
                cells.words("\"><script>alert('&')</script>");
            }
        }
        let drawn = looks.draw(&hostile);
        assert!(!drawn.contains("<script") && !drawn.contains("\"\">"), "{name} lets words out");
        assert!(drawn.contains("&lt;script&gt;"), "{name} shows none of the words");
    }
}

#[test]
fn a_heading_in_an_entry_stands_below_the_entry_s_own() {
    let mut page = sample_incident::page();
    for section in &mut page.sections {
        let Content::Timeline(list) = &mut section.content else { continue };
        let rows = list.groups.iter_mut().flat_map(|group| &mut group.rows);
        for row in rows {
            if let Row::Event(event) = row {
                event.text = Some(Markdown("# Inside".to_owned()));
            }
        }
    }
    let html = bytes(&renderer(&[]), &View::Incident(Box::new(page)));
    assert!(html.contains(">Inside</h5>") && !html.contains(">Inside</h3>"));
}

#[test]
fn the_contents_list_the_sections_of_the_page() {
    let html = bytes(&renderer(&[]), &incident());
    let contents = html.split("class=\"toc\"").nth(1).unwrap().split("</nav>").next().unwrap();
    let listed: Vec<_> = attributes(contents, "href").iter().map(|link| link[1..].to_owned()).collect();
    let sections: Vec<_> = sample_incident::page().sections.into_iter().map(|section| section.anchor).collect();
    assert_eq!(listed, sections);
    let ids = attributes(&html, "id");
    assert!(sections.iter().all(|anchor| ids.contains(&anchor.as_str())));
}

#[test]
fn links_inside_a_page_lead_to_a_place_on_it() {
    let renderer = renderer(&[]);
    for (path, view) in sample::pages() {
        let html = bytes(&renderer, &view);
        let ids = attributes(&html, "id");
        for link in attributes(&html, "href").iter().filter_map(|link| link.strip_prefix('#')) {
            let is_listed_elsewhere = path == "index.html" && link.starts_with("only-");
            assert!(ids.contains(&link) || is_listed_elsewhere, "{path}: #{link} leads nowhere");
        }
    }
}

#[test]
fn a_project_changes_one_block_and_keeps_the_rest() {
    let foot = "{% extends \"builtin/base.html\" %}{% block footer %}<p>Ours.</p>{% endblock %}";
    let renderer = renderer(&[("base.html", foot), ("assets/site.css", "a{}"), ("assets/logo.svg", "<svg/>")]);
    let html = bytes(&renderer, &incident());
    assert!(html.contains("<p>Ours.</p>") && !html.contains("Built by Minutebook"));
    assert!(html.contains("class=\"brand\"") && html.contains("id=\"t=18:35\""));
    let assets: Vec<_> = renderer.assets().collect();
    assert_eq!(assets[0], ("assets/logo.svg", b"<svg/>".as_slice()));
    assert_eq!(assets[1], ("assets/site.css", b"a{}".as_slice()));
    assert_eq!(assets[2].0, "assets/site.js");
}

#[test]
fn a_fault_in_a_template_is_told_with_its_line() {
    let fault = |path: &str, text: &str| {
        let own = Override { path: path.to_owned(), text: text.to_owned() };
        let made = Renderer::new(&[own]).and_then(|renderer| renderer.render(&incident(), &mut Vec::new()));
        made.unwrap_err().to_string()
    };
    let unread = fault("incident.html", "<p>\n{% if %}");
    assert!(unread.starts_with("templates/incident.html:2: "), "{unread}");
    let unknown = fault("incident.html", "<p>\n\n{{ titel }}");
    assert!(unknown.starts_with("templates/incident.html:3: ") && unknown.contains("titel"), "{unknown}");
    let orphan = fault("incident.html", "{% extends \"bsae.html\" %}");
    assert_eq!(orphan, "templates/incident.html: the template `bsae.html` that it extends does not exist");
    for told in [unread, unknown, orphan] {
        assert!(!told.contains('\n'), "{told}");
    }
}

#[test]
fn what_pages_load_is_small() {
    let renderer = renderer(&[]);
    let sizes: Vec<_> = renderer.assets().map(|(path, bytes)| (path, bytes.len())).collect();
    let [("assets/site.css", style), ("assets/site.js", script)] = sizes[..] else { panic!("{sizes:?}") };
    assert!(style <= 32 * 1024 && script <= 10 * 1024, "{style} and {script} bytes");
}

#[test]
fn numbers_of_drawings_have_one_decimal() {
    let html = bytes(&renderer(&[]), &sample::pages().remove(0).1);
    assert!(html.contains("<path class=\"gr\" d=\"M128.3 20"), "88.33 from 40 is not 128.3");
    assert!(html.contains("width=\"62.3\""), "62.25 is not 62.3");
}
