//! Loading folders that hold what folders hold.

use super::{SourceFile, load, load_paths, passed_over};
use crate::source::limits;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

fn put(folder: &Path, path: &str, bytes: &[u8]) -> io::Result<()> {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder"))?;
    File::create(path)?.write_all(bytes)
}

fn paths(files: &[SourceFile]) -> Vec<&str> {
    files.iter().map(|f| f.path.as_str()).collect()
}

#[test]
fn records_come_by_path_and_nothing_else_does() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    for path in [
        "incidents/b.md",
        "incidents/a/deep/er/z.yaml",
        "incidents/a.yml",
        "incidents/.hidden.md",
        "incidents/.git/x.md",
        "incidents/b.md~",
        "incidents/#b.md#",
        "incidents/.b.md.swp",
        "incidents/b.png",
        "README.md",
        "minutebook.yaml",
    ] {
        put(folder.path(), path, b"title: a\n")?;
    }
    let sources = load(folder.path())?;
    assert_eq!(paths(&sources.records), ["incidents/a.yml", "incidents/a/deep/er/z.yaml", "incidents/b.md"]);
    assert_eq!(sources.config.map(|f| f.path).as_deref(), Some("minutebook.yaml"));

    let inside = |path: &str| folder.path().join(path);
    let some = load_paths(folder.path(), &[inside("incidents/b.md"), inside("incidents/a")])?;
    assert_eq!(paths(&some.records), ["incidents/a/deep/er/z.yaml", "incidents/b.md"]);
    assert_eq!(load_paths(folder.path(), &[inside("minutebook.yaml")])?.records, []);
    let outside = load_paths(&inside("incidents"), &[inside("README.md")]).expect_err("not in the project");
    assert_eq!(outside.kind(), io::ErrorKind::InvalidInput);
    let missing = load_paths(folder.path(), &[inside("incidents/gone.md")]).expect_err("no such file");
    assert!(missing.to_string().contains("incidents/gone.md"), "{missing}");
    Ok(())
}

#[test]
fn a_project_without_records_is_empty() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let sources = load(folder.path())?;
    assert_eq!((sources.config, sources.records), (None, Vec::new()));
    Ok(())
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_out_of_the_project() -> io::Result<()> {
    let outside = tempfile::tempdir()?;
    put(outside.path(), "secret.md", b"x")?;
    let folder = tempfile::tempdir()?;
    put(folder.path(), "incidents/a.md", b"x")?;
    std::os::unix::fs::symlink(outside.path(), folder.path().join("incidents/out"))?;
    std::os::unix::fs::symlink(outside.path().join("secret.md"), folder.path().join("incidents/out.md"))?;
    put(folder.path(), "incidents/b.markdown", b"x")?;
    let sources = load(folder.path())?;
    assert_eq!(paths(&sources.records), ["incidents/a.md"]);
    assert_eq!(passed_over(folder.path())?, ["incidents/b.markdown", "incidents/out", "incidents/out.md"]);
    assert!(load_paths(folder.path(), &[folder.path().join("incidents/out.md")]).is_err());
    Ok(())
}

#[test]
fn bytes_that_are_no_text_are_faults_with_a_place() {
    for (bytes, rule, at) in [
        (&b"title: a\nb: \xe9t\xe9\n"[..], "not-utf8", 12),
        (&b"\xff\xfet\0"[..], "not-utf8", 0),
        (&b"title: \0\n"[..], "nul-character", 7),
    ] {
        let file = SourceFile::new("a.yaml", bytes.to_vec());
        let (document, faults) = file.parse();
        assert!(document.broken);
        assert_eq!(faults.iter().map(|f| (f.rule, f.primary.span.start)).collect::<Vec<_>>(), [(rule, at)]);
        assert!(file.text.get(faults[0].primary.span.clone()).is_some());
    }
}

#[test]
fn a_huge_file_is_not_read() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    put(folder.path(), "incidents/a.yaml", b"title: a\n")?;
    File::options().write(true).open(folder.path().join("incidents/a.yaml"))?.set_len(100 * 1024 * 1024)?;
    let sources = load(folder.path())?;
    let fault = sources.records[0].fault.as_ref().expect("too large");
    assert_eq!((fault.rule, fault.message.as_str()), ("file-too-large", "the file is larger than 1 MiB"));
    assert_eq!(sources.records[0].text.len(), 0);
    Ok(())
}

#[test]
fn the_limit_of_a_file_is_its_last_good_size() {
    for (len, rules) in [(limits::FILE_BYTES, &[][..]), (limits::FILE_BYTES + 1, &["file-too-large"][..])] {
        let mut text = "# note\n".repeat(len / 7);
        text.push_str(&" ".repeat(len - text.len()));
        let (_, faults) = SourceFile::new("a.yaml", text.clone().into_bytes()).parse();
        assert_eq!(faults.iter().map(|f| f.rule).collect::<Vec<_>>(), rules, "{len}");
        assert_eq!(crate::source::parse("a.yaml", &text).1.len(), rules.len());
    }
}
