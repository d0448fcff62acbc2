//! Every text can be read on what it stands on, in both themes, and hatching be seen: WCAG 2.2, contrast 4.5 and 3 to 1,
//! computed from the sheet.

use std::collections::BTreeMap;

/// A colour of the style sheet in one theme.
type Colours = BTreeMap<String, [f64; 3]>;

/// The colours that `:root` names, for the light and the dark theme.
fn colours(sheet: &str) -> [Colours; 2] {
    let mut themes = [Colours::new(), Colours::new()];
    for line in sheet.lines() {
        let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(":light-dark("))
        else {
            continue;
        };
        let pair = value.trim_end_matches(");").split(',').map(|hex| rgb(hex.trim_start_matches('#')));
        for (theme, colour) in themes.iter_mut().zip(pair) {
            theme.insert(name.to_owned(), colour);
        }
    }
    themes
}

fn rgb(hex: &str) -> [f64; 3] {
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0)
}

/// Relative luminance as WCAG defines it.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[test]
fn text_can_be_read_on_its_background() {
    let pairs = [
        ("bg", "ink ink-2 ink-3 link s1 s2 s3 s4 ok"),
        ("surface", "ink ink-3"),
        ("sunken", "ink ink-2 link"),
        ("mark", "ink ink-2 link"),
        ("down-2", "ink link"),
        ("s1-t", "s1"),
        ("s2-t", "s2"),
        ("s3-t", "s3"),
        ("s4-t", "s4"),
        ("down", "on-s1"),
    ];
    for (theme, colours) in
        ["light", "dark"].into_iter().zip(colours(include_str!("../../../templates/assets/site.css")))
    {
        for (ground, texts) in pairs {
            for text in texts.split(' ') {
                let found = contrast(colours[text], colours[ground]);
                assert!(found >= 4.5, "{text} on {ground} in the {theme} theme has a contrast of {found:.1}");
            }
        }
    }
}

#[test]
fn hatching_can_be_seen_on_the_page() {
    let sheet = include_str!("../../../templates/assets/site.css");
    let (_, rest) = sheet.split_once(".hatchd path{stroke:var(--down);stroke-width:1.2;opacity:").unwrap();
    let opacity: f64 = rest.split_once('}').unwrap().0.parse().unwrap();
    for (theme, colours) in ["light", "dark"].into_iter().zip(colours(sheet)) {
        let (down, bg) = (colours["down"], colours["bg"]);
        let seen = [0, 1, 2].map(|at| down[at] * opacity + bg[at] * (1.0 - opacity));
        let found = contrast(seen, bg);
        assert!(found >= 3.0, "hatching in the {theme} theme has a contrast of {found:.1}");
    }
}
