//! `minutebook explain RULE`: why a rule is there, with a record that breaks it and the same one mended.

use super::args::Explain;
use super::fault::refuse;
use super::{Outcome, Terminal};
use crate::check::{self, RULES};
use crate::diag::nearest;

pub(super) fn run(args: &Explain, terminal: &Terminal) -> anyhow::Result<Outcome> {
    let text = match &args.rule {
        None => every_rule(),
        Some(name) => check::explain(check::rule(name).ok_or_else(|| unknown(name))?),
    };
    terminal.data(&text)?;
    Ok(Outcome::Done)
}

fn every_rule() -> String {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let lines: Vec<String> = RULES.iter().map(|rule| format!("{:width$}  {}\n", rule.name, rule.summary)).collect();
    lines.concat()
}

fn unknown(name: &str) -> anyhow::Error {
    let near = nearest(name, RULES.iter().map(|rule| rule.name));
    let help = near.map_or_else(
        || "`minutebook explain` lists all rules".to_owned(),
        |near| format!("did you mean `minutebook explain {near}`?"),
    );
    refuse(format!("no rule is called `{name}`"), help)
}
