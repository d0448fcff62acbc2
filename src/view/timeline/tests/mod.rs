//! Tests of the chart: worked cases, and what holds of any record.

mod cases;
mod incidents;
mod laws;
mod records;
mod stress;
