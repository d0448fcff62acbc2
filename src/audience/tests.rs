//! What an outer edition does not hold.

use super::project;
use crate::config::Config;
use crate::model::words::Publish;
use crate::model::{self, Archive, Defaults, Endpoint, Incident};
use crate::source::SourceFile;

fn edition(keys: &str, audience: &str) -> Incident {
    let text = format!("title: T\nstatus: active\nseverity: sev2\n{keys}");
    let record = model::read(&SourceFile::new("incidents/a.yaml", text.into_bytes()), &Defaults::default());
    assert_eq!(record.diagnostics, [], "{keys}");
    let archive = Archive::new(vec![record.incident.unwrap()]);
    Incident::clone(&project(&archive, &Config::default(), audience).incidents()[0])
}

#[test]
fn numbers_of_factors_follow_those_that_are_left() {
    let keys = "\
contributing_factors:
  - { statement: First }
  - { statement: Secret, audience: internal }
  - { statement: Third }
remediation:
  - { title: Mend it, status: proposed, factors: [1, 2, 3, Secret, in words] }
";
    let factors = |audience| edition(keys, audience).remediation.unwrap().items[0].factors.join(", ");
    assert_eq!(factors("public"), "1, 2, in words");
    assert_eq!(factors("internal"), "1, 2, 3, Secret, in words");
}

#[test]
fn a_pseudonym_has_no_role_and_nobody_is_nowhere() {
    let keys = "\
actors:
  fox: { name: Jane Muster, role: night shift, employment_event: last-day, publish: pseudonym }
  ghost: { role: clerk, publish: none }
actions: [{ actor: ghost, target: ghost }]
detection: { method: employee, by: ghost }
timeline: [{ at: 2026-11-23 14:02, text: A, actor: ghost }]
remediation: [{ title: Mend it, status: proposed, owner: ghost }]
responders: { commander: [ghost, fox], scribe: ghost }
";
    let public = edition(keys, "public");
    let [fox] = public.actors.as_slice() else { panic!("one actor is left: {:?}", public.actors) };
    assert_eq!((fox.publish, &fox.name, &fox.role, &fox.employment_event), (Publish::Pseudonym, &None, &None, &None));
    assert!(fox.withheld);
    assert_eq!(public.responders.iter().map(|r| r.who.join(" ")).collect::<Vec<_>>(), ["fox"]);
    assert!(!format!("{:?}", Incident { given: std::collections::BTreeSet::new(), ..public }).contains("ghost"));
}

#[test]
fn the_name_of_a_hidden_entry_is_nowhere() {
    let keys = "\
audience: public
impact: { segments: [{ from: secret, to: seen }] }
timeline:
  - { id: secret, at: 2026-11-23 14:02, text: A, audience: internal }
  - secret +5m B.
  - { id: seen, at: secret..late, text: C., causes: [secret] }
  - about secret +1h D.
  - { id: late, at: 2026-11-23 15:00, text: E. }
";
    let (public, internal) = (edition(keys, "public"), edition(keys, "internal"));
    assert!(
        !format!("{:?}", Incident { given: std::collections::BTreeSet::new(), ..public.clone() }).contains("secret")
    );
    for (a, b) in public.timeline.iter().zip(&internal.timeline[1..]) {
        let (a, b) = (public.times.time(a.at), internal.times.time(b.at));
        assert_eq!((a.tick, a.earliest, a.latest), (b.tick, b.earliest, b.latest), "{:?}", b.written);
    }
    let segment = &public.impact.unwrap().segments[0];
    assert!(matches!(segment.from, Some(Endpoint::Time(_))), "{segment:?}");
    assert_eq!(segment.to, Some(Endpoint::Name("seen".to_owned())));
    assert_eq!((public.audience, internal.audience), (None, Some("public".to_owned())));
}
