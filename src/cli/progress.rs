//! A progress bar for those who wait at a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// With fewer articles than this the work is done before a bar could be read.
const WORTH_WAITING: usize = 500;

/// Shows how many articles have been read, on the standard error stream if that is a terminal.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar for so many articles; nothing is shown for a few.
    pub fn new(articles: usize) -> Self {
        let target = if articles < WORTH_WAITING {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr()
        };
        let bar = ProgressBar::with_draw_target(Some(articles as u64), target);
        if let Ok(style) = ProgressStyle::with_template("reading {bar:32} {pos}/{len} articles") {
            bar.set_style(style);
        }
        Self { bar }
    }

    /// So many more articles have been read.
    pub fn step(&self, articles: usize) {
        self.bar.inc(articles as u64);
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
