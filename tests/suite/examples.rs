//! The examples to copy: they are YAML and shell, they call the program as it is, and the hook does what it says.

use crate::driver::{Project, finish, project};
use minutebook::scaffold::WORKFLOW;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const YAML: &[&str] = &["github-pages.yml", "github-private-to-public.yml", "gitlab-ci.yml"];
const SHELL: &[&str] = &["object-store.sh", "pre-commit"];

fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &str) -> String {
    std::fs::read_to_string(file(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("an example is YAML")
}

/// What a runner gives to a shell.
fn scripts(node: &Value, found: &mut Vec<String>) {
    let lines = |value: &Value| match value {
        Value::Array(lines) => lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        line => line.as_str().unwrap_or_default().to_owned(),
    };
    for (key, value) in node.as_object().into_iter().flatten() {
        match key.as_str() {
            "run" | "script" | "before_script" => found.push(lines(value)),
            _ => scripts(value, found),
        }
    }
    for item in node.as_array().into_iter().flatten() {
        scripts(item, found);
    }
}

/// The blocks of a page that are to be typed.
fn typed(page: &str) -> String {
    page.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// Every text of shell, by where it stands.
fn shell() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for name in YAML {
        let mut found = Vec::new();
        scripts(&yaml(&text(&format!("examples/{name}"))), &mut found);
        assert!(!found.is_empty(), "{name}");
        all.extend(found.into_iter().map(|script| ((*name).to_owned(), script)));
    }
    let mut found = Vec::new();
    scripts(&yaml(WORKFLOW), &mut found);
    all.extend(found.into_iter().map(|script| ("what `init` writes".to_owned(), script)));
    all.extend(SHELL.iter().map(|name| ((*name).to_owned(), text(&format!("examples/{name}")))));
    for page in ["README.md", "docs/install.md", "docs/publishing.md"] {
        all.push((page.to_owned(), typed(&text(page))));
    }
    all
}

/// The words of each call of the program, also of one in a container.
fn calls(script: &str) -> Vec<Vec<&str>> {
    let lines = script.lines().map(|line| line.split(" #").next().unwrap_or_default());
    let commands = lines.flat_map(|line| line.split(" | ").flat_map(|part| part.split(" && ")));
    let words = commands.map(|command| command.split_whitespace().collect::<Vec<_>>());
    let called = words.filter_map(|words| match words[..] {
        ["minutebook", ..] => Some(words),
        ["podman", "run", ..] => Some(words[words.iter().position(|word| *word == "minutebook")?..].to_vec()),
        _ => None,
    });
    called.collect()
}

/// The flag in a word, also within `${BASE_URL:+--base-url`.
fn flag(word: &str) -> Option<&str> {
    let long = &word[word.find("--")?..];
    let end = long.find(|c: char| !(c.is_ascii_lowercase() || c == '-')).unwrap_or(long.len());
    (end > 2).then(|| &long[..end])
}

#[test]
fn they_call_the_program_as_it_is() {
    let empty = project(&[]);
    let mut seen = Vec::new();
    for (place, script) in shell() {
        for words in calls(&script) {
            let command = words.iter().skip(1).take(1).filter(|word| !word.starts_with('-'));
            let help = empty.run(&command.copied().chain(["--help"]).collect::<Vec<_>>()).data();
            for flag in words.iter().filter_map(|word| flag(word)) {
                assert!(help.split([' ', '\n', '[', ']']).any(|word| word == flag), "{place}: {words:?}: {flag}");
            }
            seen.push(place.clone());
        }
    }
    for name in YAML.iter().chain(&["pre-commit", "what `init` writes", "docs/publishing.md", "docs/install.md"]) {
        assert!(seen.iter().any(|place| place == name), "`{name}` calls the program");
    }
}

#[test]
fn they_are_shell() {
    for (place, script) in shell() {
        let checked = project(&[("script", &script)]);
        let run = finish(Command::new("sh").arg("-n").arg(checked.path("script")));
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{place}");
    }
}

#[test]
fn what_init_writes_is_the_example_without_publishing() {
    let [ours, example] = [yaml(WORKFLOW), yaml(&text("examples/github-pages.yml"))];
    for key in ["name", "on", "permissions", "env"] {
        assert_eq!(ours[key], example[key], "{key}");
    }
    let (steps, all) = (&ours["jobs"]["check"]["steps"], &example["jobs"]["site"]["steps"]);
    let (build, others) = steps.as_array().unwrap().split_last().unwrap();
    assert_eq!(build["run"], "minutebook build --deny-warnings");
    for step in others {
        assert!(all.as_array().unwrap().contains(step), "{step}");
    }
}

const GOOD: &str = "title: Down\nstatus: active\nseverity: sev2\n";
const BROKEN: &str = "title: Down\nstatus: actve\nseverity: sev2\n";

/// A repository with the hook, for a project in a folder of it.
fn repository(folder: &str) -> Project {
    let hook = text("examples/pre-commit").replace("\nproject=.\n", &format!("\nproject={folder}\n"));
    let repository = project(&[]);
    git(&repository, &["init", "--quiet", "."]);
    repository.write(".git/hooks/pre-commit", &hook);
    assert_eq!(finish(Command::new("chmod").arg("+x").arg(repository.path(".git/hooks/pre-commit"))).code, Some(0));
    repository
}

/// Runs git with the program on the path, and nothing of whoever runs the tests; its code, and what was said.
fn git(repository: &Project, args: &[&str]) -> (Option<i32>, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_minutebook")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(program.to_owned()).chain(std::env::split_paths(&path))).unwrap();
    let mut command = Command::new("git");
    command.args(["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"]).args(args);
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    command.env("PATH", path).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let run = finish(command.current_dir(repository.path("")));
    (run.code, run.stdout + &run.stderr)
}

#[track_caller]
fn commits(repository: &Project, expected: Result<(), &str>) {
    let (code, said) = git(repository, &["commit", "--quiet", "--message", "records"]);
    match expected {
        Ok(()) => assert_eq!(code, Some(0), "{said}"),
        Err(part) => assert!(code == Some(1) && said.contains(part), "{said}"),
    }
}

#[test]
fn the_hook_looks_at_what_is_staged() {
    for folder in [".", "docs/ours"] {
        let ours = repository(folder);
        let record = format!("{folder}/incidents/a.yaml");
        ours.write(&record, BROKEN);
        git(&ours, &["add", "."]);
        ours.write(&record, GOOD);
        commits(&ours, Err(" --> incidents/a.yaml:2:9"));
        git(&ours, &["add", "."]);
        ours.write(&record, BROKEN);
        commits(&ours, Ok(()));

        ours.write(&record, GOOD);
        ours.write(&format!("{folder}/incidents/b.yaml"), &(GOOD.to_owned() + "relations: { related: a }\n"));
        git(&ours, &["add", "."]);
        commits(&ours, Ok(()));
        git(&ours, &["mv", &record, &format!("{folder}/incidents/c.yaml")]);
        commits(&ours, Err("no incident has the id `a`"));
        git(&ours, &["mv", &format!("{folder}/incidents/c.yaml"), &record]);
        ours.write(&format!("{folder}/incidents/.drafts/a.md"), BROKEN);
        git(&ours, &["add", "."]);
        commits(&ours, Ok(()));
    }
}
