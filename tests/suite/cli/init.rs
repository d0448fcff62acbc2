//! `init`: a project that passes at once, and never over another one.

use crate::driver::project;

const FILES: [&str; 4] = [
    ".github/workflows/minutebook.yml",
    ".gitignore",
    "incidents/2026/2026-11-02-sample-checkout-returns-502.md",
    "minutebook.yaml",
];

#[test]
fn a_new_project_passes_the_check() {
    let empty = project(&[]);
    let run = empty.run(&["init"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    assert!(run.stderr.starts_with("    Created minutebook.yaml\n"), "{}", run.stderr);
    assert!(run.stderr.contains("\n       Next `minutebook check`, then `minutebook new`"), "{}", run.stderr);
    assert_eq!(empty.files(), FILES);
    let said = empty.run(&["check", "--deny-warnings", "--today", "2030-01-01"]).data();
    assert!(said.starts_with("1 incident, no problems, "), "{said}");
}

#[test]
fn a_folder_may_be_named() {
    let empty = project(&[]);
    let run = empty.run(&["init", "ours"]);
    assert!(
        run.stderr.contains("Created ours/minutebook.yaml\n") && run.stderr.contains("`cd ours`"),
        "{}",
        run.stderr
    );
    assert_eq!(empty.files(), FILES.map(|file| format!("ours/{file}")));
}

#[test]
fn the_site_is_kept_out_of_git() {
    let empty = project(&[]);
    empty.run(&["init"]);
    assert_eq!(empty.read(".gitignore"), "/site/\n");
    let ours = project(&[(".gitignore", "target\n")]);
    let said = ours.run(&["init"]).stderr;
    assert!(said.contains("Note `.gitignore` is there already; add `/site/` to it\n"), "{said}");
    assert_eq!(ours.read(".gitignore"), "target\n");
    let known = project(&[(".gitignore", "site\n")]);
    assert!(!known.run(&["init"]).stderr.contains("Note"));
}

#[test]
fn a_workflow_below_the_top_of_a_repository_is_told() {
    let ours = project(&[(".git/HEAD", "ref: refs/heads/main\n")]);
    let note = "set `working-directory: docs/incidents` for its `run` steps";
    let said = ours.run(&["init", "docs/incidents"]).stderr;
    assert!(said.contains(note), "{said}");
    assert!(!ours.run(&["init"]).stderr.contains("Note"));
}

#[test]
fn nothing_is_overwritten_and_then_nothing_is_written() {
    for file in FILES.into_iter().filter(|file| *file != ".gitignore") {
        let ours = project(&[(file, "mine")]);
        let said = ours.run(&["init"]).refused();
        assert!(said.starts_with(&format!("error: `{file}` is there already\nhelp: ")), "{said}");
        assert_eq!((ours.files(), ours.read(file)), (vec![file.to_owned()], "mine".to_owned()));
    }
}
