//! Files and the trees in them: loads the folder, parses YAML and front matter, and keeps for every value the bytes
//! it came from. Knows nothing of incidents.

mod character;
pub mod comment;
pub mod decode;
pub mod field;
pub mod limits;
mod lines_around;
mod load;
mod parse;
mod path;
mod scalar;
pub mod shapes;
mod syntax;
pub mod text;
pub mod tree;
mod written;
mod yaml;

pub use load::{
    CONFIG, INCIDENTS, SourceFile, Sources, TEMPLATES, is_source, load, load_one, load_paths, passed_over, paths,
};
pub use parse::{is_markdown, parse};
pub use path::covers;
pub use text::Text;
pub use tree::{Document, Map, Node, Pair, Scalar, Style, Value};
