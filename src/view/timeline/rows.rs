//! The rows of a lane: what stands in them, and where there is room for one more thing.

use super::labels::Side;

/// A way to draw an event.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// Where the label stands.
    pub(super) side: Side,
    /// From where to where that reaches.
    pub(super) words: [f64; 2],
    /// From where to where it reaches with its mark.
    pub(super) from: f64,
    pub(super) to: f64,
    /// How many lines the label has.
    pub(super) lines: usize,
}

/// What stands in the rows: which row, from where to where.
pub(super) struct Rows {
    taken: Vec<(usize, f64, f64)>,
    /// The words in the rows, where stems come down to the marks: no stem runs through them.
    words: Option<Vec<(usize, f64, f64)>>,
    /// The least room between two things in a row.
    gap: f64,
}

impl Rows {
    /// Rows with room for so many things.
    pub(super) fn with_room_for(many: usize, has_stems: bool, gap: f64) -> Self {
        Self { taken: Vec::with_capacity(2 * many), words: has_stems.then(Vec::new), gap }
    }

    /// The rows in which nothing is nearer than the gap, a bit each.
    pub(super) fn free(&self, [from, to]: [f64; 2]) -> u32 {
        let is_near = |(_, low, high): &&(usize, f64, f64)| from < high + self.gap && to > low - self.gap;
        !self.taken.iter().filter(is_near).fold(0, |rows, (row, ..)| rows | 1 << row)
    }

    /// What stands in a row.
    pub(super) fn row(&self, row: usize) -> impl Iterator<Item = (f64, f64)> {
        self.taken.iter().filter(move |(other, ..)| *other == row).map(|(_, low, high)| (*low, *high))
    }

    /// The rows in which there is room for a mark with its label, and for a stem down to its middle.
    pub(super) fn open(&self, way: Way, middle: f64) -> u32 {
        let mut free = self.free([way.from, way.to]);
        for line in 1..way.lines {
            free &= self.free(way.words) >> line;
        }
        for (row, low, high) in self.words.iter().flatten() {
            if low - self.gap < middle && middle < high + self.gap {
                free &= (2 << row) - 1;
            }
        }
        free
    }

    /// Puts a mark with its label in a row.
    pub(super) fn put(&mut self, way: Way, middle: f64, row: usize) {
        self.taken.push((row, way.from, way.to));
        self.taken.extend((1..way.lines).map(|line| (row + line, way.words[0], way.words[1])));
        if let Some(words) = &mut self.words {
            // Words in a box may come to fill it.
            let [from, to] = if way.side == Side::Inside { [way.from, way.to] } else { way.words };
            words.extend((row..row + way.lines).map(|row| (row, from, to)));
            self.taken.extend((0..row).map(|row| (row, middle, middle)));
        }
    }

    /// Makes the room of a mark as wide as it is with its words.
    pub(super) fn widen(&mut self, row: usize, [from, to]: [f64; 2], words: [f64; 2]) {
        let own = |(other, low, high): &&mut (usize, f64, f64)| *other == row && *low <= from && to <= *high;
        if let Some(own) = self.taken.iter_mut().find(own) {
            *own = (row, from.min(words[0]), to.max(words[1]));
        }
    }

    /// Puts the second line of a label in a row.
    pub(super) fn put_line(&mut self, row: usize, words: [f64; 2]) {
        self.taken.push((row, words[0], words[1]));
    }
}
