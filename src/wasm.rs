//! The way out to JavaScript: converts and decides nothing.
