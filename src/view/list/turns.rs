//! The state of the service in words, for those who do not see the rail: where it becomes another.

use crate::view::minutes::{Group, Rail, Row};

/// Tells it in each row whose state is another than that of the row above.
pub(super) fn tell(groups: &mut [Group]) {
    let mut above = Rail::Up;
    for row in groups.iter_mut().flat_map(|group| &mut group.rows) {
        let (rail, turn) = match row {
            Row::Event(event) => (event.rail, &mut event.turn),
            Row::Tick(tick) => (tick.rail, &mut tick.turn),
            Row::Ticks(ticks) => (ticks.rail, &mut ticks.turn),
            Row::Gap(_) => continue,
        };
        *turn = (rail != above).then(|| words(rail).to_owned());
        above = rail;
    }
}

const fn words(rail: Rail) -> &'static str {
    match rail {
        Rail::Up => "No longer impaired",
        Rail::Down => "Impaired from here",
        Rail::Partial => "Partly down from here",
        Rail::Degraded => "Degraded from here",
        Rail::Maybe => "Possibly impaired from here",
        Rail::Open => "Impaired from here, with no end on record",
    }
}
