//! One line for a finding, as editors and `grep` read them: `path:line:col: error[rule]: message`.

use super::lines::{Lines, clamp};
use super::{Diagnostic, escape};

/// The finding in one line, without a line break.
#[must_use]
pub fn concise(finding: &Diagnostic, path: &str, text: &str) -> String {
    let at = Lines::new(text).position(clamp(text, &finding.primary.span).start);
    let level = finding.level.as_str();
    let (path, message) = (escape(path), escape(&finding.message));
    format!("{path}:{}:{}: {level}[{}]: {message}", at.line, at.column, finding.rule)
}

#[cfg(test)]
mod tests {
    use super::concise;
    use crate::diag::Diagnostic;

    #[test]
    fn a_finding_is_one_line() {
        let text = "a: 1\r\né: 2\n";
        let error = Diagnostic::error("unknown-key", 6..8, "unknown key `é`");
        assert_eq!(concise(&error, "incidents/a.md", text), "incidents/a.md:2:1: error[unknown-key]: unknown key `é`");
        let warning = Diagnostic::warning("odd", 99..99, "odd\n\u{1b}[31mtext");
        assert_eq!(concise(&warning, "a.md", text), "a.md:2:5: warning[odd]: odd\\n\\u{1b}[31mtext");
    }
}
