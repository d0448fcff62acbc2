//! The files of a new project: the config with its defaults as comments, a whole record to read, a check for CI.

/// `minutebook.yaml`.
pub const CONFIG: &str = include_str!("files/minutebook.yaml");

/// A reviewed record in which nothing is missing.
pub const SAMPLE: &str = include_str!("files/sample.md");

/// Where the sample goes.
pub const SAMPLE_PATH: &str = "incidents/2026/2026-11-02-sample-checkout-returns-502.md";

/// A workflow for GitHub Actions that refuses an incomplete record.
pub const WORKFLOW: &str = include_str!("files/workflow.yml");

/// Where the workflow goes.
pub const WORKFLOW_PATH: &str = ".github/workflows/minutebook.yml";

/// What git is told to leave out: the site, which is built from the records.
pub const IGNORE: &str = "/site/\n";

/// Where that is told.
pub const IGNORE_PATH: &str = ".gitignore";

#[cfg(test)]
mod tests {
    use super::{CONFIG, SAMPLE, SAMPLE_PATH, WORKFLOW};
    use crate::config::{self, Config};
    use crate::diag::Diagnostic;
    use crate::pipeline;
    use crate::source::{SourceFile, Sources, parse};

    /// A setting in a comment is `# key: value` or what is below one, words are `# Like this`.
    fn uncommented() -> String {
        let is_setting = |line: &&str| {
            let words = line.trim_start_matches("# ");
            !line.starts_with('#') || words.starts_with(|c: char| c.is_ascii_lowercase() || c == ' ')
        };
        CONFIG.lines().filter(is_setting).map(|line| line.trim_start_matches("# ").to_owned() + "\n").collect()
    }

    fn read(text: &str) -> (Config, Vec<Diagnostic>) {
        config::read(&SourceFile::new(config::FILE, text.as_bytes().to_vec()))
    }

    #[test]
    fn the_config_is_fine_and_its_comments_are_too() {
        assert_eq!(read(CONFIG).1, []);
        let (config, faults) = read(&uncommented());
        assert_eq!(faults, [], "{}", uncommented());
        let defaults = Config::default();
        assert_eq!(config.severities, defaults.severities);
        assert_eq!(config.audiences, defaults.audiences);
        assert_eq!(format!("{:?}", config.defaults), format!("{:?}", defaults.defaults));
        for key in config::FIELDS {
            assert!(uncommented().contains(&format!("{}:", key.name)), "{}", key.name);
        }
    }

    #[test]
    fn the_sample_has_no_findings_with_that_config() {
        let file = |path: &str, text: &str| SourceFile::new(path, text.as_bytes().to_vec());
        let sources = Sources {
            config: Some(file(config::FILE, CONFIG)),
            records: vec![file(SAMPLE_PATH, SAMPLE)],
            ..Sources::default()
        };
        let checked = pipeline::check(&sources, None);
        assert!(checked.diagnostics.is_empty(), "{:#?}", checked.diagnostics);
        assert_eq!(checked.archive.incidents.len(), 1);
    }

    #[test]
    fn the_workflow_is_yaml() {
        assert_eq!(parse("workflow.yml", WORKFLOW).1, []);
    }
}
