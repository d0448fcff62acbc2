//! `explain`: what a rule is there for.

use crate::driver::project;

#[test]
fn a_rule_is_explained_with_both_examples() {
    let said = project(&[]).run(&["explain", "unknown-actor"]).data();
    assert!(said.starts_with("unknown-actor"), "{said}");
    assert!(said.contains("contracter") && said.contains("actor: contractor"), "{said}");
}

#[test]
fn a_name_that_is_no_rule_gets_the_nearest() {
    let said = project(&[]).run(&["explain", "unknown-actr"]).refused();
    assert!(said.contains("`unknown-actr`") && said.contains("unknown-actor"), "{said}");
    assert_eq!(project(&[]).run(&["explain", "xyzzy"]).refused().lines().count(), 2);
}
