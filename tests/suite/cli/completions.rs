//! `completions`: a script for each shell.

use crate::driver::project;

#[test]
fn shells_get_their_scripts() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = project(&[]).run(&["completions", shell]).data();
        assert!(script.contains("minutebook") && script.contains("deny-warnings"), "{shell}");
    }
}
