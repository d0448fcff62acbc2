//! Field paths such as `timeline[2].at`, and sets of them.

use std::collections::BTreeSet;

/// Whether a set holds a path, or something that the path is part of.
///
/// Costs the depth of the path, whatever the size of the set.
#[must_use]
pub fn covers(paths: &BTreeSet<String>, path: &str) -> bool {
    let ends = path.char_indices().filter(|(_, letter)| matches!(letter, '.' | '[')).map(|(end, _)| end);
    !paths.is_empty() && ends.chain([path.len()]).any(|end| paths.contains(&path[..end]))
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn a_part_is_covered_by_its_whole() {
        let paths = ["timeline[2]".to_owned(), "impact".to_owned()].into();
        for (path, expected) in [
            ("timeline[2]", true),
            ("timeline[2].at", true),
            ("timeline[20].at", false),
            ("timeline", false),
            ("impact.segments[0]", true),
            ("impacts", false),
        ] {
            assert_eq!(covers(&paths, path), expected, "{path}");
        }
    }
}
