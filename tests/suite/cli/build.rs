//! `build`: writes the site, and nothing where something is wrong.

use crate::driver::{RESOLVED, project};

#[test]
fn a_site_is_written_and_what_was_done_is_said() {
    let files = project(&[("incidents/2026-11-23-checkout.yaml", RESOLVED)]);
    let run = files.run(&["build"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{}", run.stderr);
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(lines[..2], ["    Reading 1 record", "   Checking 1 incident, no problems"]);
    assert!(lines[2].starts_with("  Rendering ") && lines[2].ends_with(" pages"), "{}", lines[2]);
    assert!(lines[3].starts_with("   Finished site/ in 0.") && lines[3].contains(" files, "), "{}", lines[3]);
    assert_eq!(lines.len(), 4, "{}", run.stderr);
    assert!(files.read("site/index.html").contains("Checkout returns 502"));
    assert!(files.read("site/incidents/2026-11-23-checkout/record.yaml").starts_with("minutebook: 1\n"));

    let again = files.run(&["build", "-v"]);
    assert!(again.stderr.contains("    Writing 0 written, "), "{}", again.stderr);
    assert_eq!(files.run(&["build", "-q"]).data(), "");
}

#[test]
fn the_site_goes_where_it_is_asked_to() {
    let files = project(&[("minutebook.yaml", ""), ("incidents/a.yaml", RESOLVED), ("deep/er.md", "")]);
    let run = files.run(&["-C", "deep", "build", "--out", "../public"]);
    assert!(run.stderr.contains("Finished ../public/ in "), "{}", run.stderr);
    assert!(files.files().contains(&"public/index.html".to_owned()));
    let run = files.run(&["-C", "deep", "build"]);
    assert!(run.stderr.contains("Finished ../site/ in "), "{}", run.stderr);
    let said = files.run(&["build", "-o", "incidents"]);
    assert_eq!(said.code, Some(2));
    assert!(said.stderr.contains("the site cannot be written to `incidents`: "), "{}", said.stderr);
}

#[test]
fn where_something_is_wrong_nothing_is_written() {
    let files = project(&[("incidents/a.yaml", RESOLVED)]);
    files.run(&["build"]);
    let before = files.read("site/index.html");
    files.write("incidents/b.yaml", &(RESOLVED.to_owned() + "colour: red\n"));
    let run = files.run(&["build"]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.contains("error[unknown-key]: unknown key `colour`"), "{}", run.stderr);
    assert!(run.stderr.ends_with("error: nothing was written: 1 error\n"), "{}", run.stderr);
    assert_eq!(files.read("site/index.html"), before);
}

#[test]
fn warnings_stop_it_only_where_they_are_denied() {
    let odd = RESOLVED.replace("2026-11-23 14:02", "2026-07-23 14:02 EST") + "timezone: America/New_York\n";
    let files = project(&[("incidents/a.yaml", &odd)]);
    let run = files.run(&["build", "--deny-warnings"]);
    assert!(run.code == Some(1) && run.stderr.ends_with("nothing was written: 1 warning\n"), "{}", run.stderr);
    assert!(!files.path("site").exists());
    let run = files.run(&["build"]);
    assert!(run.stderr.contains("Checking 1 incident, 1 warning (run `minutebook check`)\n"), "{}", run.stderr);
    assert_eq!(run.code, Some(0));
}

#[test]
fn audience_and_address_may_be_given() {
    let hidden = RESOLVED.replace("Checkout returns 502", "Only for us") + "audience: internal\n";
    let files = project(&[("incidents/a.yaml", RESOLVED), ("incidents/b.yaml", &hidden)]);
    files.run(&["build"]);
    assert!(!files.read("site/index.html").contains("Only for us"));
    assert!(!files.path("site/sitemap.xml").exists());
    let run = files.run(&["build", "--audience", "internal", "--base-url", "https://example.com/x"]);
    assert!(run.stderr.contains("the site was for `public` before, and is for `internal` now\n"), "{}", run.stderr);
    assert!(files.read("site/index.html").contains("Only for us"));
    assert!(files.read("site/sitemap.xml").contains("https://example.com/x/"));

    let said = files.run(&["build", "--audience", "internl"]);
    assert!(
        said.stderr.ends_with("no audience is called `internl`\nhelp: did you mean `internal`?\n"),
        "{}",
        said.stderr
    );
    let said = files.run(&["build", "--base-url", "example.com"]);
    assert!(said.code == Some(2) && said.stderr.contains("`example.com` is no address"), "{}", said.stderr);
}

#[test]
fn a_template_that_is_wrong_is_told_and_nothing_is_written() {
    let files = project(&[("incidents/a.yaml", RESOLVED), ("templates/base.html", "{% if %}")]);
    let run = files.run(&["build"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("base.html"), "{}", run.stderr);
    assert!(!files.path("site/index.html").exists());
}

#[test]
fn the_same_records_give_the_same_bytes_anywhere() {
    let record =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/incidents/2017/2017-11-02-realdonaldtrump-deactivated.md"));
    let made = |folder: &str, env: &[(&str, &str)], umask: &str| {
        let files =
            project(&[(&format!("{folder}incidents/a.yaml"), RESOLVED), (&format!("{folder}incidents/b.md"), record)]);
        let program = files.command(&["-C", if folder.is_empty() { "." } else { folder }, "build", "-q"]);
        let mut shell = std::process::Command::new("sh");
        shell.current_dir(files.path("")).args(["-c", &format!("umask {umask}; exec \"$@\""), "sh"]);
        shell.arg(program.get_program()).args(program.get_args()).envs(env.iter().copied());
        assert!(shell.status().unwrap().success());
        let site: Vec<(String, String)> = files
            .files()
            .into_iter()
            .filter_map(|path| Some((path.strip_prefix(&format!("{folder}site/"))?.to_owned(), files.read(&path))))
            .collect();
        assert!(site.len() > 8, "the site is there: {site:?}");
        site
    };
    let first = made("", &[("TZ", "UTC"), ("LC_ALL", "C"), ("RAYON_NUM_THREADS", "1")], "022");
    let second =
        made("a b/ü/", &[("TZ", "Asia/Kathmandu"), ("LC_ALL", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "7")], "077");
    assert_eq!(first, second);
}
