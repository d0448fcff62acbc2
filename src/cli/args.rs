//! The commands and their flags, with the words that help shows. What they do is left to each command's own file.

use crate::model::State;
use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  minutebook new \"Checkout returns 502\"    start a record
  minutebook check --deny-warnings         refuse an incomplete record in CI
  minutebook build --out public            write the site";

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  findings in records: errors, or warnings under --deny-warnings
  2  could not run: a wrong call, a failing machine, an internal fault

Data goes to standard output, everything else to standard error.";

/// Turn incident records into a browsable static site
#[derive(Debug, Parser)]
#[command(name = "minutebook", version, disable_help_subcommand = true, after_help = EXAMPLES)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,

    /// Run as if started in DIR
    #[arg(short = 'C', long, value_name = "DIR", global = true, value_hint = ValueHint::DirPath)]
    pub(super) directory: Option<PathBuf>,

    /// Say less
    ///
    /// Once: errors only. Twice: nothing but the exit code.
    #[arg(short, long, action = ArgAction::Count, global = true)]
    pub(super) quiet: u8,

    /// Say more
    #[arg(short, long, action = ArgAction::Count, global = true)]
    pub(super) verbose: u8,

    /// auto, always, never
    ///
    /// `NO_COLOR`, `CLICOLOR_FORCE` and `TERM=dumb` are honoured.
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(super) color: clap::ColorChoice,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start a folder of records: a config, a sample, a check for CI
    Init(Init),
    /// Start a record for an incident
    New(New),
    /// Add an entry to an incident's timeline
    Log(Log),
    /// Find mistakes in records
    Check(Check),
    /// Write the site
    Build(Build),
    /// Preview the site and reload on change
    Serve(Serve),
    /// One line per incident
    List(List),
    /// Print one incident as a timeline
    Show(Show),
    /// Explain a rule
    Explain(Explain),
    /// Print the JSON Schema of a record, for editors
    Schema,
    /// Print completions for a shell
    Completions(Completions),
}

/// Starts a folder of records.
#[derive(Debug, clap::Args)]
pub(super) struct Init {
    /// The folder; it is made if it is not there
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub(super) dir: PathBuf,
}

/// Starts a record.
#[derive(Debug, clap::Args)]
pub(super) struct New {
    /// One line that says what happened; asked for if it is left out
    pub(super) title: Option<String>,

    /// When users were first affected, as records write it; now if it is left out
    ///
    /// A clock time alone is the last one before now.
    #[arg(long, value_name = "TIME")]
    pub(super) at: Option<String>,

    /// A word of the scale of severities
    #[arg(long)]
    pub(super) severity: Option<String>,

    /// Write YAML alone, not Markdown with YAML above it
    #[arg(long)]
    pub(super) yaml: bool,
}

/// Adds an entry.
#[derive(Debug, clap::Args)]
pub(super) struct Log {
    /// The id of the incident, an alias, a part of the id that no other has, or the record's file
    pub(super) id: String,

    /// What happened, in a sentence
    pub(super) text: String,

    /// When, as records write it: 14:06, about 14:06, down +5m, 2026-11-23 14:06; now if it is left out
    ///
    /// A clock time alone is the last one before now, give or take five minutes; in an incident that is over, the one nearest to its end.
    #[arg(long, value_name = "TIME")]
    pub(super) at: Option<String>,

    /// Who did it, an id of the record's actors
    #[arg(long, value_name = "KEY")]
    pub(super) actor: Option<String>,

    /// A milestone that this is, such as detected; may be given again
    #[arg(long = "milestone", value_name = "NAME")]
    pub(super) milestones: Vec<String>,

    /// A key of the record's sources; may be given again
    #[arg(long = "source", value_name = "KEY")]
    pub(super) sources: Vec<String>,
}

/// Finds mistakes.
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Show the findings of these files and folders only; all records are read all the same
    ///
    /// With `--as`, the one record that is meant: its id, an alias, or its file.
    #[arg(value_hint = ValueHint::AnyPath)]
    pub(super) paths: Vec<PathBuf>,

    /// What is missing before a record may be called STATE: any status, or any review
    ///
    /// Prints what the state asks for as a checklist, then all else that `check` would find if the record were called
    /// so. Exits with 0 if it may be: if `check` finds no error in it once the word is changed by hand.
    ///
    /// In JSON an item is `{item, sort, state, asked_by, path, line, col, doc, write}`. Its `state` is given, unread,
    /// short, missing, or allowed where the rule for what is missing is silenced; `line` and `col` are null where it is
    /// not there, `write` where it is. Findings are as without `--as`, and the last line is
    /// `{summary: {v, id, path, key, as, now, items, missing, errors, warnings, holds}}`.
    #[arg(long = "as", value_name = "STATE", value_parser = state_parser())]
    pub(super) state: Option<State>,

    /// How findings are shown; in all forms they go to standard output
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Full)]
    pub(super) output_format: Format,

    /// Let warnings fail too
    #[arg(long)]
    pub(super) deny_warnings: bool,

    /// The day for rules that need one, such as 2026-11-24; today if it is left out
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<NaiveDate>,

    /// How many findings are shown in full; those after them take one line each, 0 is no limit
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(super) limit: usize,
}

/// Any state by its word; help, completions and refusals list them all.
fn state_parser() -> impl TypedValueParser<Value = State> {
    let words = State::all().map(|(_, word, doc)| PossibleValue::new(word).help(doc));
    PossibleValuesParser::new(words).try_map(|word| State::of(&word).ok_or("no state is called so"))
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the lines they are about
    Full,
    /// One line each
    Concise,
    /// One JSON object a line, and one that sums up
    Json,
}

/// Writes the site.
#[derive(Debug, clap::Args)]
pub(super) struct Build {
    /// The folder of the site; `site` in the project if it is left out
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(super) out: Option<PathBuf>,

    /// Where the site will stand, instead of what the config says
    #[arg(long, value_name = "URL", value_hint = ValueHint::Url)]
    pub(super) base_url: Option<String>,

    /// Who the site is for; the outermost audience of the config if it is left out
    #[arg(long, value_name = "NAME")]
    pub(super) audience: Option<String>,

    /// Write nothing where there are warnings
    #[arg(long)]
    pub(super) deny_warnings: bool,

    /// Build again whenever a file changed, until Ctrl-C
    #[arg(long)]
    pub(super) watch: bool,
}

/// Shows the site while records are edited.
#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    /// The port; the next nine are tried if it is taken
    #[arg(short, long, value_name = "N", default_value_t = 4114)]
    pub(super) port: u16,

    /// The address to listen on; with any but this machine's own, others can read the records
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    pub(super) host: String,

    /// Open the site in the browser
    #[arg(long)]
    pub(super) open: bool,

    /// Leave pages as `build` writes them; they do not reload
    #[arg(long)]
    pub(super) no_reload: bool,

    /// Who the site is for; the outermost audience of the config if it is left out
    #[arg(long, value_name = "NAME")]
    pub(super) audience: Option<String>,

    /// How changes are noticed
    #[arg(long, value_name = "HOW", value_enum, default_value_t = WatcherArg::Native)]
    pub(super) watcher: WatcherArg,
}

/// How changes are noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum WatcherArg {
    /// By events of the system
    Native,
    /// By looking at every file twice a second
    Poll,
}

/// Lists incidents.
#[derive(Debug, clap::Args)]
pub(super) struct List {
    /// One severity or a range of them, by word or by place on the scale: sev2, 1..2
    #[arg(long, value_name = "A..B")]
    pub(super) severity: Option<String>,

    /// Those that began in a year
    #[arg(long)]
    pub(super) year: Option<i32>,

    /// Those of a status, such as resolved
    #[arg(long)]
    pub(super) status: Option<String>,

    /// One JSON object a line
    #[arg(long)]
    pub(super) json: bool,
}

/// Prints one incident.
#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// The id of the incident, an alias, a part of the id that no other has, or the record's file
    pub(super) id: String,

    /// The whole record as JSON, with every time resolved and every metric
    #[arg(long)]
    pub(super) json: bool,
}

/// Explains a rule.
#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// The name in brackets of a finding; all rules are listed if it is left out
    pub(super) rule: Option<String>,
}

/// Prints completions.
#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    /// The shell
    pub(super) shell: Shell,
}
