//! Rust source as a list of words, without comments and literals: enough to see what a file names. Not a parser.

use std::path::{Path, PathBuf};

/// Every `.rs` file below a folder of the package, as a path from the package's root, sorted.
pub(crate) fn rust_files(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    walkdir::WalkDir::new(root.join(folder))
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("the package can be read").into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| path.strip_prefix(root).expect("what is walked lies in the root").to_owned())
        .collect()
}

/// The text of a file of the package.
pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the package can be read")
}

/// The names of the module that a file is, from the crate's root: `["source", "tree"]`.
pub(crate) fn module_of(path: &Path) -> Vec<String> {
    let path = path.strip_prefix("src").unwrap_or(path).with_extension("");
    let names = path.iter().map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| !["mod", "lib", "main"].contains(&name.as_str())).collect()
}

/// The modules that are files and compiled for tests only: those that `#[cfg(test)] mod name;` declares.
pub(crate) fn test_modules() -> Vec<Vec<String>> {
    let declared = |path: &PathBuf| {
        let (module, source) = (module_of(path), read(path));
        let places = tokens(&source);
        let names = places.windows(TESTS_ONLY.len() + 2).filter(|window| window.starts_with(&TESTS_ONLY));
        names
            .filter(|window| window[TESTS_ONLY.len() + 1] == ";")
            .map(|window| module.iter().cloned().chain([window[TESTS_ONLY.len()].to_owned()]).collect())
            .collect::<Vec<_>>()
    };
    rust_files("src").iter().flat_map(declared).collect()
}

/// The tokens before a file's own tests, which come last.
pub(crate) fn before_tests<'t, 's>(tokens: &'t [&'s str]) -> &'t [&'s str] {
    let mut places = tokens.windows(TESTS_ONLY.len() + 2);
    let end = places.position(|window| window.starts_with(&TESTS_ONLY) && window[TESTS_ONLY.len() + 1] == "{");
    &tokens[..end.unwrap_or(tokens.len())]
}

const TESTS_ONLY: [&str; 8] = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];

/// Names and punctuation in order; `::` is one token, anything else that is no name is one character.
pub(crate) fn tokens(source: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if let Some(length) = prefixed_literal(rest) {
            rest = &rest[length..];
            continue;
        }
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest),
            '\'' => quote(rest),
            ':' if rest.starts_with("::") => {
                tokens.push("::");
                2
            }
            _ if c.is_alphanumeric() || c == '_' => {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                tokens.push(&rest[..end]);
                end
            }
            _ => {
                if !c.is_whitespace() {
                    tokens.push(&rest[..c.len_utf8()]);
                }
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    tokens
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

fn string(rest: &str) -> usize {
    let mut is_escaped = false;
    let end = rest[1..].find(|c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    end.map_or(rest.len(), |end| end + 2)
}

/// The length of a literal such as `r#"…"#`, `b"…"` or `b'…'`.
fn prefixed_literal(rest: &str) -> Option<usize> {
    let letters = rest.find(|c| !matches!(c, 'r' | 'b' | 'c')).filter(|letters| *letters > 0)?;
    let hashes = rest[letters..].find(|c| c != '#')?;
    let open = letters + hashes;
    match rest.as_bytes()[open] {
        b'"' if rest[..letters].contains('r') => {
            let close = format!("\"{}", "#".repeat(hashes));
            Some(rest[open + 1..].find(&close).map_or(rest.len(), |end| open + 1 + end + close.len()))
        }
        b'"' if hashes == 0 && letters < 3 => Some(open + string(&rest[open..])),
        b'\'' if hashes == 0 && &rest[..letters] == "b" => Some(open + quote(&rest[open..])),
        _ => None,
    }
}

/// The length of a character literal, or of the quote of a lifetime.
fn quote(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some(_)) => rest[3..].find('\'').map_or(1, |end| end + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[test]
fn comments_and_literals_are_no_tokens() {
    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(tokens(source).join(" "), expected);
    }
    check("a::b /* c /* d */ e */ f // g\nh", "a :: b f h");
    check(r#"a "b \" c" d 'e' '\'' '\u{66}' 'static g"#, "a d static g");
    check(r##"r#"a "b" c"# b"d" br"e" b'f' rbx r"\" y"##, "rbx y");
}
