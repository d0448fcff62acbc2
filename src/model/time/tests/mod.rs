//! Times, durations and numbers held against the vectors of the format, against generated records, and case by case.

mod faults;
mod properties;
mod record;
mod truth;
mod vectors;
