//! How a drawing looks: what is written for each row of each of its tables. A template says it, once; a pattern then costs
//! a tenth of what a loop over values does.
//!
//! Each line of the template is a look: `dots: <circle class="dot {look}" cx="{x}"/>[<title>{title}</title>]`. Tables are
//! drawn in the order of the lines, so that what comes later lies above; one may be drawn twice. `{look}` is the cell of
//! that column, escaped. What stands in brackets is left out if one of the cells that it names is empty; brackets may
//! stand in brackets. Braces and brackets have no other use.

use super::{Error, escape};
use crate::view::drawing::{Cell, Drawing};

/// The looks of the tables of a drawing, in the order in which they are drawn.
#[derive(Debug)]
pub(super) struct Looks(Vec<Look>);

/// How the rows of a table look.
#[derive(Debug)]
struct Look {
    /// The place of the table in the drawing.
    table: usize,
    /// How many columns it has.
    columns: usize,
    pieces: Vec<Piece>,
}

/// A piece of a pattern.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// Written as it stands.
    Text(String),
    /// The cell of a column.
    Cell(usize),
    /// Left out if a cell that it names is empty.
    Part(Vec<Piece>),
}

impl Looks {
    /// Reads the looks of drawings that have the tables of this one; `template` is named where something is wrong.
    pub(super) fn read(text: &str, template: &str, blank: &Drawing) -> Result<Self, Error> {
        let wrong = |message: String| Error { template: Some(template.to_owned()), line: None, message };
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let look = |line: &str| {
            let look = line.split_once(": ").filter(|(name, _)| !name.contains([' ', '<']));
            let (name, mut pattern) = look.ok_or_else(|| format!("`{}` is no look: `name: pattern`", start(line)))?;
            let table = blank.tables().position(|(table, _)| table == name);
            let table = table.ok_or_else(|| format!("the drawing has no table `{name}`"))?;
            let columns: Vec<&str> = blank.tables().nth(table).map_or(Vec::new(), |(_, all)| all.split(' ').collect());
            let pieces = pieces(&mut pattern, &columns, 0).map_err(|fault| format!("the look of `{name}`: {fault}"))?;
            Ok(Look { table, columns: columns.len(), pieces })
        };
        lines.map(|line| look(line).map_err(wrong)).collect::<Result<_, _>>().map(Self)
    }

    /// Writes a drawing.
    pub(super) fn draw(&self, drawing: &Drawing) -> String {
        let mut out = Vec::with_capacity(12_000);
        let mut row = Vec::with_capacity(16);
        for look in &self.0 {
            row.clear();
            for cell in drawing.cells(look.table) {
                row.push(cell);
                if row.len() == look.columns {
                    fill(&look.pieces, &row, &mut out);
                    row.clear();
                }
            }
            debug_assert!(row.is_empty(), "a row of table {} lacks cells: {row:?}", look.table);
        }
        String::from_utf8(out).expect("a drawing holds whole words")
    }
}

/// The beginning of a line, for a message.
fn start(line: &str) -> String {
    line.chars().take(24).collect()
}

/// Reads a pattern up to the bracket that ends it.
fn pieces(rest: &mut &str, columns: &[&str], depth: usize) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    loop {
        let (text, after) = rest.split_at(rest.find(['{', '[', ']']).unwrap_or(rest.len()));
        if !text.is_empty() {
            pieces.push(Piece::Text(text.to_owned()));
        }
        let mut after = after.chars();
        let mark = after.next();
        *rest = after.as_str();
        match mark {
            Some('{') => {
                let (name, after) = rest.split_once('}').ok_or("`{` is not closed")?;
                let column = columns.iter().position(|column| *column == name);
                let there = || format!("`{name}` is no column; there are `{}`", columns.join("`, `"));
                pieces.push(Piece::Cell(column.ok_or_else(there)?));
                *rest = after;
            }
            Some('[') => pieces.push(Piece::Part(self::pieces(rest, columns, depth + 1)?)),
            Some(_) if depth > 0 => return Ok(pieces),
            None if depth == 0 => return Ok(pieces),
            _ => return Err("`[` and `]` do not match".to_owned()),
        }
    }
}

fn fill(pieces: &[Piece], row: &[Cell<'_>], out: &mut Vec<u8>) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.extend_from_slice(text.as_bytes()),
            Piece::Cell(column) => match row[*column] {
                Cell::Figures(figures) => out.extend_from_slice(figures),
                Cell::Words(words) => escape::push(words, out),
            },
            Piece::Part(part) => {
                let is_empty = |piece: &Piece| matches!(piece, Piece::Cell(column) if row[*column].is_empty());
                if !part.iter().any(is_empty) {
                    fill(part, row, out);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Looks;
    use crate::view::drawing::Drawing;

    fn drawing() -> Drawing {
        let mut drawing = Drawing::default();
        drawing.table("ends", "y").words("7").words("8");
        drawing.table("none", "z");
        let mut marks = drawing.table("marks", "x name");
        marks.figures(|text| text.extend_from_slice(b"1.5")).words("<a & \"b\">").words("2").words("").words("3");
        marks.words("'c'");
        drawing
    }

    fn drawn(looks: &str) -> Result<String, String> {
        let looks = Looks::read(looks, "a.svg", &drawing()).map_err(|error| error.to_string())?;
        Ok(looks.draw(&drawing()))
    }

    #[test]
    fn a_look_is_written_for_each_row() {
        assert_eq!(drawn("marks: {x};").unwrap(), "1.5;2;3;");
        assert_eq!(
            drawn("marks: <i>{x}[ <b>{name}</b>]</i>").unwrap(),
            "<i>1.5 <b>&lt;a &amp; &quot;b&quot;&gt;</b></i><i>2</i><i>3 <b>&#39;c&#39;</b></i>"
        );
        assert_eq!(
            drawn("marks: [{x}[ ({name})],]").unwrap(),
            "1.5 (&lt;a &amp; &quot;b&quot;&gt;),2,3 (&#39;c&#39;),"
        );
        assert_eq!(drawn("marks: plain ").unwrap(), "plain plain plain ");
    }

    #[test]
    fn tables_are_drawn_in_the_order_of_the_lines() {
        let looks = "marks: {x} \n\nnone: {z}\nends: {y}, \nends: {y}.\n";
        assert_eq!(drawn(looks).unwrap(), "1.5 2 3 7, 8, 7.8.");
        assert_eq!(drawn("").unwrap(), "");
    }

    #[test]
    #[should_panic(expected = "a row of table 0 lacks cells")]
    fn no_cell_is_lost_unseen() {
        let mut drawing = Drawing::default();
        drawing.table("marks", "x name").words("1");
        let _ = Looks::read("marks: {x}", "a.svg", &drawing).unwrap().draw(&drawing);
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (looks, told) in [
            ("marks: {y}", "the look of `marks`: `y` is no column; there are `x`, `name`"),
            ("marks: {x", "the look of `marks`: `{` is not closed"),
            ("marks: [{x}", "the look of `marks`: `[` and `]` do not match"),
            ("marks: {x}]", "the look of `marks`: `[` and `]` do not match"),
            ("mark: {x}", "the drawing has no table `mark`"),
            ("<svg width=\"1: 2\">", "`<svg width=\"1: 2\">` is no look: `name: pattern`"),
        ] {
            assert_eq!(drawn(looks), Err(format!("templates/a.svg: {told}")));
        }
    }
}
