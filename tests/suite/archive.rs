//! The page of all incidents: what it says before its list, and what each row shows.

use crate::site::{site, text};

/// A record with an impact from 14:00 on, and more keys.
fn record(title: &str, end: &str, more: &str) -> String {
    format!(
        "title: {title}\nstatus: active\nseverity: sev2\n{more}timeline:\n  - 2026-11-23 14:00 It begins. {{impact_start}}\n{end}"
    )
}

/// The archive of records, which are named by their places from `a` on.
fn archive(config: &str, records: &[String]) -> String {
    let paths: Vec<String> = ('a'..).take(records.len()).map(|name| format!("incidents/{name}.yaml")).collect();
    let records = paths.iter().map(String::as_str).zip(records.iter().map(String::as_str));
    text(&site(&[("minutebook.yaml", config)].into_iter().chain(records).collect::<Vec<_>>()), "index.html")
}

#[track_caller]
fn has(page: &str, piece: &str) {
    assert!(page.contains(piece), "`{piece}` is not on the page:\n{page}");
}

#[track_caller]
fn lacks(page: &str, piece: &str) {
    assert!(!page.contains(piece), "`{piece}` is on the page:\n{page}");
}

const OVER: &str = "  - 14:11 It is over. {impact_end}\n";

#[test]
fn the_description_of_the_config_stands_below_the_lede_and_in_the_head() {
    let records = [record("Down", OVER, "")];
    let page = archive("description: What went wrong & when.\n", &records);
    has(&page, "</h1>\n<p class=\"standfirst\">What went wrong &amp; when.</p>");
    has(&page, "<meta name=\"description\" content=\"What went wrong &amp; when.\">");
    let page = archive("title: Incidents\n", &records);
    lacks(&page, "standfirst");
    has(&page, "<meta name=\"description\" content=\"1 incident, each with");
}

#[test]
fn a_row_shows_as_many_whole_sentences_as_fit() {
    let long = "A replica had stopped following, and was to be emptied and filled anew";
    let more =
        format!("summary: A command was meant for a few. {long}. It was run with {long}, and {long}. No more.\n");
    let page = archive("", &[record("Down", OVER, &more)]);
    has(&page, &format!("<p>A command was meant for a few. {long}.</p>"));
    let longest = format!("{long}, {long}, {long}, {long}");
    let page = archive("", &[record("Down", OVER, &format!("summary: {longest}. No more.\n"))]);
    has(&page, &format!("<p>{longest}.</p>"));
    let page = archive("", &[record("Down", OVER, "summary: \"One.\\n\\nAnother paragraph.\"\n")]);
    has(&page, "<p>One.</p>");
}

#[test]
fn what_was_affected_is_named_in_the_strip_and_before_a_title_without_it() {
    let config = "components:\n  aws: { name: AWS us-east-1 }\n  ec2: { name: EC2, parent: aws }\n  s3: { name: S3, parent: aws }\n  web: Website\n";
    let affected = |list: &str| format!("affected: {{ components: [{list}] }}\n");
    let page = |title: &str, list: &str| archive(config, &[record(title, OVER, &affected(list))]);

    let one = page("A record is gone", "ec2, s3");
    has(&one, ">AWS us-east-1, 11 min</text>");
    has(&one, "<span class=\"of\">AWS us-east-1:</span> A record is gone</a>");
    let named = page("A lost record stalls AWS's zone", "ec2");
    has(&named, ">AWS us-east-1, 11 min</text>");
    lacks(&named, "class=\"of\"");
    has(&page("A record is gone", "s3, web"), ">AWS us-east-1 and Website, 11 min</text>");

    let account = "affected: { accounts: { a: { handle: '@AP' }, b: { handle: Ap } } }\n";
    let page = archive("", &[record("A false report moves the market", OVER, account)]);
    has(&page, ">@AP, 11 min</text>");
    has(&archive("", &[record("A false report, of the White House", OVER, "")]), ">A false report, 11 min</text>");
}

#[test]
fn a_mark_without_room_for_its_length_still_has_its_name() {
    let config = "components: { aws: AWS, web: Website }\n";
    let on = |day: &str, component: &str| {
        let more = format!("affected: {{ components: [{component}] }}\n");
        record("Down", "  - 22:00..23:30 It is over. {impact_end}\n", &more).replace("2026-11-23", day)
    };
    let page = archive(config, &[on("2026-11-25", "web"), on("2026-10-29", "aws"), on("2026-12-23", "web")]);
    has(&page, ">AWS, 8 h – 9 h 30 min</text>");
    has(&page, ">Website</text>");
}

#[test]
fn a_bar_is_solid_as_far_as_is_certain() {
    let length = |end: &str| record("Down", end, "");
    let exact = archive("", &[length(OVER)]);
    has(&exact, "<rect class=\"bar2\" width=\"200.0\" height=\"6\" rx=\"1\"/></svg>");
    let range = archive("", &[length("  - 14:11..14:20 It is over. {impact_end}\n")]);
    has(
        &range,
        "<rect class=\"bar2 maybe\" width=\"200.0\" height=\"6\" rx=\"1\"/><rect class=\"bar2\" width=\"163.2\"",
    );
    let open = archive("", &[length("  - after 14:11 It is over. {impact_end}\n")]);
    has(&open, "<path class=\"bar2 maybe\" transform=\"translate(200.0 0)\"");
}

#[test]
fn a_row_does_not_say_its_length_twice() {
    let both = archive("", &[record("Down", "  - 14:11 It is over. {mitigated, impact_end}\n", "")]);
    lacks(&both, "mitigated in");
    let apart = archive("", &[record("Down", &format!("  - 14:05 A rollback. {{mitigated}}\n{OVER}"), "")]);
    has(&apart, "mitigated in 5\u{a0}min");
}

#[test]
fn marks_grow_from_the_shortest_to_the_longest() {
    let records = [record("Down", OVER, ""), record("Down", "  - 23:00 It is over. {impact_end}\n", "")];
    let page = archive("", &records);
    has(&page, "scale(3.0)");
    has(&page, "scale(11.0)");
    has(&page, "One mark per incident");
}

#[test]
fn the_lede_spells_out_lengths_of_one_unit() {
    let lede = |first: &str, last: &str| {
        let end = |end: &str| format!("  - {end} It is over. {{impact_end}}\n");
        let page = archive("", &[record("Down", &end(first), ""), record("Down", &end(last), "")]);
        let (_, rest) = page.split_once("minute by minute. <span>").unwrap();
        rest.split_once("</span>").unwrap().0.replace('\u{a0}', "_").replace('\u{2060}', "")
    };
    assert_eq!(lede("14:11", "23:31"), "From eleven_minutes to 9_h_31_min.");
    assert_eq!(lede("14:03..14:05", "18:00"), "From 3–5_minutes to four_hours.");
    assert_eq!(lede("14:01", "after 14:13"), "From one_minute to over_13_minutes.");
    assert_eq!(lede("14:01", "14:50..15:10"), "From one_minute to 50_min_–_1_h_10_min.");
}
