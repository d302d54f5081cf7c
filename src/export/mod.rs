//! Readings in other notations and units.
