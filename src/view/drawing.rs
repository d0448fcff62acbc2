//! A drawing: tables of numbers and words. How a row looks, and in which order tables are drawn, is the template's affair.

/// Tables in order. It is held as one text and where its cells end, since a drawing has hundreds of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    text: Vec<u8>,
    cells: Vec<End>,
    tables: Vec<Table>,
}

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Table {
    name: &'static str,
    columns: &'static str,
    /// Its first cell.
    from: usize,
}

/// Where a cell ends, and whether it is figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    at: usize,
    is_figures: bool,
}

/// A cell of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'d> {
    /// A number, a place or an instant in figures, which hold nothing that could be markup.
    Figures(&'d [u8]),
    /// Words, in UTF-8.
    Words(&'d [u8]),
}

impl Cell<'_> {
    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        match self {
            Self::Figures(bytes) | Self::Words(bytes) => bytes.is_empty(),
        }
    }
}

impl Drawing {
    /// A drawing with room for so many rows.
    pub(super) fn with_room_for(rows: usize) -> Self {
        Self {
            text: Vec::with_capacity(512 + 64 * rows),
            cells: Vec::with_capacity(32 + 7 * rows),
            tables: Vec::with_capacity(48),
        }
    }

    /// Adds a table: its name, its columns with a space between, and its rows.
    pub fn table(&mut self, name: &'static str, columns: &'static str) -> Cells<'_> {
        self.tables.push(Table { name, columns, from: self.cells.len() });
        Cells(self)
    }

    /// The names of the tables in order, each with those of its columns, with a space between.
    pub fn tables(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.tables.iter().map(|table| (table.name, table.columns))
    }

    /// The cells of the table at a place, row by row.
    pub fn cells(&self, table: usize) -> impl Iterator<Item = Cell<'_>> {
        let from = self.tables.get(table).map_or(self.cells.len(), |table| table.from);
        let to = self.tables.get(table + 1).map_or(self.cells.len(), |table| table.from);
        let mut begin = from.checked_sub(1).map_or(0, |before| self.cells[before].at);
        self.cells[from..to].iter().map(move |end| {
            let bytes = &self.text[begin..end.at];
            begin = end.at;
            if end.is_figures { Cell::Figures(bytes) } else { Cell::Words(bytes) }
        })
    }
}

/// The cells of a table as they are added, row by row.
#[derive(Debug)]
pub struct Cells<'d>(&'d mut Drawing);

impl Cells<'_> {
    /// Adds words.
    pub fn words(&mut self, words: &str) -> &mut Self {
        self.0.text.extend_from_slice(words.as_bytes());
        self.end(false)
    }

    /// Adds figures that are written on the spot, in ASCII and without what could be markup.
    pub fn figures(&mut self, write: impl FnOnce(&mut Vec<u8>)) -> &mut Self {
        write(&mut self.0.text);
        self.end(true)
    }

    fn end(&mut self, is_figures: bool) -> &mut Self {
        self.0.cells.push(End { at: self.0.text.len(), is_figures });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Drawing};

    #[test]
    fn cells_are_told_apart() {
        let mut drawing = Drawing::default();
        drawing.table("none", "x");
        drawing.table("marks", "x name").figures(|text| text.extend_from_slice(b"1.5")).words("é").words("").words("b");
        drawing.table("last", "x").words("c");
        let cells = |table| drawing.cells(table).collect::<Vec<_>>();
        assert_eq!(cells(0), []);
        let expected = [Cell::Figures(b"1.5"), Cell::Words("é".as_bytes()), Cell::Words(b""), Cell::Words(b"b")];
        assert_eq!(cells(1), expected);
        assert_eq!((cells(2), cells(3)), (vec![Cell::Words(b"c")], vec![]));
        assert_eq!(drawing.tables().collect::<Vec<_>>(), [("none", "x"), ("marks", "x name"), ("last", "x")]);
        assert!(expected[2].is_empty() && !expected[0].is_empty());
    }
}
