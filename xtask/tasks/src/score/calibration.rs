//! Whether a confidence says how often it is right.

use std::fmt::Write;

use super::count::share;

/// Confidence of each prediction, and whether it was right.
#[derive(Default)]
pub struct Calibration(Vec<(f64, bool)>);

impl Calibration {
    pub fn add(&mut self, confidence: f64, right: bool) {
        self.0.push((confidence, right));
    }

    pub fn append(&mut self, mut other: Calibration) {
        self.0.append(&mut other.0);
    }

    /// Ten bins of confidence: how many predictions, how sure on average, how many of them right.
    pub fn table(&self) -> String {
        let mut out = String::from("confidence        predicted   mean    right\n");
        for bin in 0..10 {
            let low = f64::from(bin) / 10.0;
            let place = |confidence: f64| ((confidence * 10.0) as i32).clamp(0, 9);
            let inside: Vec<_> = self.0.iter().filter(|(sure, _)| place(*sure) == bin).collect();
            let sure: f64 = inside.iter().map(|(sure, _)| sure).sum();
            let right = inside.iter().filter(|(_, right)| *right).count();
            let mean = if inside.is_empty() { 0.0 } else { sure / inside.len() as f64 };
            let _ = writeln!(
                out,
                "{low:.1} to {:.1} {:>16} {mean:>6.3} {:>8.3}",
                low + 0.1,
                inside.len(),
                share(right, inside.len()),
            );
        }
        let over: Vec<_> = self.0.iter().filter(|(sure, _)| *sure > 0.9).collect();
        let right = over.iter().filter(|(_, right)| *right).count();
        let share = share(right, over.len());
        let _ = writeln!(out, "over 0.9: {} predicted, {share:.3} right", over.len());
        out
    }
}
