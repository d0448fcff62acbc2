//! The records: made-up samples, each hard to draw in its own way.

use crate::Sample;
use crate::many::{dense, labelled, many};

/// All samples, in the order of the page.
pub(crate) fn samples() -> Vec<Sample> {
    let text = |id, title, record: &str| Sample { id, title, record: record.to_owned() };
    let made = |id, title, record| Sample { id, title, record };
    vec![
        text("kinds", "Every kind of time", KINDS),
        text("tied", "Times that are tied to one that is not exact", TIED),
        text("band", "A length that is known at a minute that is not", BAND),
        text("windows", "Three windows of impact at once, 25 exact minutes", WINDOWS),
        text("years", "Twenty-nine months and two minutes", YEARS),
        text("history", "Forty-five minutes with a history of nine years", HISTORY),
        text("active", "An incident that is going on", ACTIVE),
        text("endless", "An impact without an end on record", ENDLESS),
        text("days", "An impact of which only the days are known", DAYS),
        text("curve", "A curve whose values are not all certain", CURVE),
        made("dense", "120 events in 25 minutes, nine actors", dense()),
        made("one", "One entry", many(1, 1, 1)),
        made("two", "Two entries", many(2, 7, 2)),
        made("five", "Five entries", many(5, 7, 2)),
        made("fifty", "50 entries", many(50, 7, 5)),
        made("two-hundred", "200 entries", many(200, 3, 5)),
        made("five-thousand", "5 000 entries", many(5000, 1, 1)),
        made("one-minute", "All in one second", many(40, 0, 3)),
        made("thirty-years", "Over thirty years", many(45, 350_000, 4)),
        text(
            "unknown",
            "All unknown",
            "status: active\ntimeline: [{ at: unknown, text: A }, { at: unknown, text: B }]\n",
        ),
        made("seven-lanes", "Seven lanes", many(35, 5, 7)),
        made("forty-lanes", "Forty lanes", many(60, 5, 40)),
        made("short-labels", "Labels of one letter", labelled("X")),
        made("long-labels", "Labels of 300 letters", labelled(&"A very long headline goes on ".repeat(10))),
        made("cjk", "Labels in Japanese", labelled("深夜のデータベース障害が発生し復旧作業が始まった")),
        made("arabic", "Labels in Arabic", labelled("تعطلت قاعدة البيانات الرئيسية وبدأت أعمال الإصلاح")),
        made(
            "combining",
            "Labels of combining marks",
            labelled("e\u{301}\u{302}\u{323}te\u{301} Za\u{310}l\u{324}go\u{30a}"),
        ),
        made("emoji", "Labels of pictures", labelled("🔥🔥🔥 fire 👩‍👩‍👧‍👦 🇩🇪 fire")),
    ]
}

const KINDS: &str = "\
status: resolved
timezone: America/New_York
actors: { alerts: { role: alert manager }, oncall: { role: first responder on call }, press: { role: the press } }
timeline:
  - { at: 2026-11-23, actor: press, text: A day on which something was said }
  - { at: 2026-11-23 13:55, actor: alerts, text: An exact minute before it all begins }
  - { at: 14:00, actor: alerts, text: Errors rise on checkout, milestone: impact_start }
  - { at: about 14:06 ±3m, actor: oncall, text: About then somebody looks }
  - { at: '14:10..14:25', actor: oncall, text: Some time inside this span }
  - { at: unknown, actor: oncall, text: Nobody wrote down when }
  - { at: before 14:40, actor: oncall, text: Before this time the pool is halved }
  - { at: by 14:45, text: By this time it is known }
  - { at: after 14:50, actor: oncall, text: After this time it is quiet }
  - { at: 15:20, actor: alerts, text: 'Errors stop', milestone: [mitigated, impact_end] }
  - { at: 15:45, actor: oncall, text: The incident is called resolved, milestone: resolved }
  - { at: 2026-12, actor: press, text: A month in which it was written about }
  - { at: unknown, actor: press, text: Some time later }
";

const TIED: &str = "\
status: resolved
timeline:
  - { id: down, at: 2026-11-23 14:02..14:09, text: It goes down, milestone: impact_start }
  - { at: down +3m, text: The check pages, milestone: detected }
  - { at: down +8m, text: The roll back begins }
  - { at: down +18m, text: Errors stop, milestone: [mitigated, impact_end] }
  - { at: 14:50, text: All is well }
";

const BAND: &str = "\
status: resolved
timezone: America/New_York
sources: { a: { title: A }, b: { title: B }, c: { title: C } }
impact: { curve: { of: followers who could reach the account } }
actors: { holder: { role: the account holder }, worker: { role: 'contractor, trust and safety' } }
timeline:
  - { at: 2017-11-02 18:35, actor: holder, text: Last post before the outage, impact: 41.7M }
  - id: down
    at: { value: 18:45..19:00, reports: { a: about 18:45, b: '18:48', c: about 19:00 } }
    text: The account is gone
    milestone: impact_start
    impact: 0
  - { at: before 19:00, actor: worker, text: A user's report against the account is handled }
  - { at: down +11m, text: It is back, milestone: impact_end, impact: 41.7M }
  - { at: 20:05, actor: holder, text: The account posts again }
  - { at: 2017-11-29, actor: worker, text: The contractor speaks to the press }
";

const WINDOWS: &str = "\
status: resolved
affected: { components: [tables, launches, balancers] }
impact:
  segments:
    - { from: 2025-10-20 06:48, to: 2025-10-20 09:40, affects: tables, level: major }
    - { from: 2025-10-20 09:25, to: 2025-10-20 20:50, affects: launches, level: partial }
    - { from: 2025-10-20 12:30, to: 2025-10-20 21:09, affects: balancers, level: degraded }
actors: { auto: { role: automation of the name records }, team: { role: engineers }, status: { role: status page } }
timeline:
  - { at: 2025-10-20 06:48, actor: auto, text: The record of the region is empty, milestone: impact_start }
  - { at: '06:53', actor: team, text: Alarms of three services, milestone: detected }
  - { at: '07:11', actor: status, text: Errors are being looked into, milestone: public_notice }
  - { at: '07:38', actor: team, text: The empty record is found, milestone: identified }
  - { at: '08:15', actor: team, text: A first remedy for internal services }
  - { at: '09:25', actor: team, text: The record is restored by hand }
  - { at: '09:40', actor: status, text: Tables answer again }
  - { at: '10:04', actor: team, text: Launches fail for want of leases }
  - { at: '10:38', actor: status, text: Launches still fail }
  - { at: '11:24', actor: team, text: The lease manager is restarted }
  - { at: '12:01', actor: team, text: Restarts go on host by host }
  - { at: '12:30', actor: team, text: Balancers take healthy hosts out }
  - { at: '13:52', actor: team, text: Monitoring finds the health checks }
  - { at: '14:14', actor: team, text: New launches are throttled }
  - { at: '15:02', actor: status, text: Throttling is announced }
  - { at: '15:28', actor: team, text: Leases are held again for every host }
  - { at: '16:36', actor: team, text: Automatic failover is turned off }
  - { at: '17:36', actor: team, text: The backlog of the network is gone }
  - { at: '18:23', actor: team, text: Throttling is reduced for the first time }
  - { at: '18:43', actor: status, text: Launches recover }
  - { at: '19:15', actor: team, text: Most queues are worked off }
  - { at: '20:12', actor: team, text: The last throttles are lifted in two zones }
  - { at: '20:50', actor: team, text: Launches are as before, milestone: mitigated }
  - { at: '21:09', actor: team, text: Failover is turned on again, milestone: impact_end }
  - { at: '22:01', actor: status, text: All services are as before, milestone: resolved }
";

const YEARS: &str = "\
status: resolved
actors: { contributor: { role: a contributor }, distributions: { role: distributions }, finder: { role: the engineer who finds it } }
timeline:
  - { at: 2021-10-29, actor: contributor, text: First harmless patch }
  - { at: 2021-11-29, actor: contributor, text: Second patch }
  - { at: 2022-05-27, actor: contributor, text: Pressure on the maintainer }
  - { at: 2022-06, text: More of it from other names }
  - { at: 2024-02-24, actor: contributor, text: Version 5.6.0 carries the backdoor }
  - { at: 2024-03-09, actor: contributor, text: Version 5.6.1 is tagged }
  - { at: 2024-03-27, actor: distributions, text: A distribution takes it }
  - { at: 2024-03-28, actor: finder, text: Private report to the distributions }
  - { at: 2024-03-29 15:51, actor: finder, text: Post to a public list }
  - { at: 2024-03-29 23:47, actor: distributions, text: Notice of another system }
  - { at: 2024-03-30, actor: distributions, text: Builds are halted and made anew }
";

const HISTORY: &str = "\
status: resolved
timezone: America/New_York
timeline:
  - { at: 2003, text: The old routing code is retired and stays in place }
  - { at: 2005, text: A counter moves to another place in the code }
  - { at: 2012-07-27, text: The new code goes to the servers one by one }
  - { at: 2012-08-01 08:01, text: Ninety-seven mails name an error and are not read, milestone: detected }
  - { at: '09:30', text: The market opens and the eighth server sends orders, milestone: impact_start }
  - { at: 'about 09:34 ±2m', text: Somebody at the exchange calls }
  - { at: 09:45..09:58, text: The new code is taken off the seven good servers }
  - { at: about 09:58 ±5m, text: Four million executions later all eight servers send them }
  - { at: '10:15', text: The system is stopped, milestone: [mitigated, impact_end] }
  - { at: 2012-08-06, text: Investors take most of the company }
";

const ACTIVE: &str = "\
status: active
timeline:
  - { at: about 2026-11-23 14:07 ±1m, text: Webhooks stop arriving, milestone: impact_start }
  - { at: '14:31', text: First ticket, milestone: detected }
  - { at: '14:36', text: The on-call looks }
  - { at: '14:52', text: An incident is declared, milestone: declared }
  - { at: '15:48', text: The third queue is as full as the first two }
";

const ENDLESS: &str = "\
status: resolved
timeline:
  - { at: 2026-11-23 14:07, text: The export is left open, milestone: impact_start }
  - { at: 2026-11-25 09:12, text: A researcher writes, milestone: detected }
  - { at: after 2026-11-25 09:30, text: It is closed }
";

const DAYS: &str = "\
status: resolved
timeline:
  - { at: 2026-11-03, text: Mails begin to bounce, milestone: impact_start }
  - { at: 2026-11-05 10:00, text: Support finds a pattern, milestone: detected }
  - { at: 2026-11-06, text: The record is mended, milestone: [mitigated, impact_end] }
  - { at: 2026-11-20, text: The review is published }
";

const CURVE: &str = "\
status: resolved
impact: { curve: { of: share of requests that failed, unit: percent } }
timeline:
  - { at: 2026-11-23 14:00, text: It begins, impact: about 12%, milestone: impact_start }
  - { at: '14:10', text: It is worse, impact: 40..60% }
  - { at: 14:20..14:28, text: It is worst, impact: 90% }
  - { at: '14:45', text: Nobody measures any more, impact: unknown }
  - { at: '15:00', text: It falls, impact: 20% }
  - { at: '15:20', text: It is over, impact: 0%, milestone: [mitigated, impact_end] }
";
