//! Where text goes, in what colour, and what a closed pipe or a full disk does to it.

use crate::driver::{RESOLVED, finish, project, with_unknown_keys};
use std::io::Read;
use std::process::Stdio;

const COLOUR: char = '\u{1b}';

#[test]
fn a_wrong_call_is_told_on_standard_error() {
    let empty = project(&[]);
    for args in [&["chekc"][..], &["check", "--frobnicate"], &[], &["list", "--year", "x"]] {
        assert!(!empty.run(args).refused().is_empty(), "{args:?}");
    }
}

#[test]
fn help_and_version_are_data() {
    let empty = project(&[]);
    let short = empty.run(&["-h"]).data();
    let head =
        "Turn incident records into a browsable static site\n\nUsage: minutebook [OPTIONS] <COMMAND>\n\nCommands:\n";
    assert!(short.starts_with(head), "{short}");
    assert!(short.lines().count() <= 30, "{short}");
    assert!(empty.run(&["--help"]).data().contains("Exit codes:"));
    assert_eq!(empty.run(&["--version"]).data(), format!("minutebook {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn colours_are_for_those_who_want_them() {
    let faulty = project(&[("incidents/a.yaml", "title: [\n")]);
    let stdout = |args: &[&str], env: &[(&str, &str)]| finish(faulty.command(args).envs(env.iter().copied())).stdout;
    assert!(!stdout(&["check"], &[]).contains(COLOUR));
    assert!(stdout(&["check", "--color", "always"], &[]).contains(COLOUR));
    assert!(stdout(&["check"], &[("CLICOLOR_FORCE", "1")]).contains(COLOUR));
    assert!(!stdout(&["check", "--color", "never"], &[("CLICOLOR_FORCE", "1")]).contains(COLOUR));
    assert!(!stdout(&["check"], &[("NO_COLOR", "1")]).contains(COLOUR));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let many = project(&[("incidents/many.yaml", &with_unknown_keys(3000))]);
    let mut command = many.command(&["check", "--output-format", "concise"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut [0; 10]).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &[][..]));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let clean = project(&[("incidents/a.yaml", RESOLVED)]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = clean.command(&["check"]).stdout(full).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.starts_with("error: cannot write to standard output: "), "{said}");
}

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_read_is_told_with_its_path() {
    use std::os::unix::fs::PermissionsExt;
    let files = project(&[("incidents/a.yaml", RESOLVED), ("incidents/deep/b.yaml", RESOLVED)]);
    let folder = files.path("incidents/deep");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything sees no fault.
    let is_all_powerful = std::fs::read_dir(&folder).is_ok();
    let run = files.run(&["check"]);
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700)).unwrap();
    if !is_all_powerful {
        assert_eq!(run.code, Some(2));
        assert!(run.stderr.contains("incidents/deep"), "{}", run.stderr);
    }
}
