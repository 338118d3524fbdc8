//! File patterns as in a `.gitignore`.

use std::path::Path;

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// Patterns of files and folders; a folder's pattern takes in all below it, and `!` takes out again.
#[derive(Clone, Debug)]
pub struct Patterns {
    matcher: Gitignore,
}

impl Patterns {
    /// Reads patterns; where one makes no sense, its index and why.
    pub fn new<'a>(root: &Path, patterns: impl Iterator<Item = &'a str>) -> Result<Self, (usize, String)> {
        let mut builder = GitignoreBuilder::new(root);
        builder.allow_unclosed_class(false);
        for (i, pattern) in patterns.enumerate() {
            builder.add_line(None, pattern).map_err(|e| (i, e.to_string()))?;
        }
        let matcher = builder.build().map_err(|e| (0, e.to_string()))?;
        Ok(Self { matcher })
    }

    /// The pattern that takes in this path, which is relative to the root.
    pub fn find(&self, path: &Path, is_folder: bool) -> Option<&str> {
        match self.matcher.matched_path_or_any_parents(path, is_folder) {
            Match::Ignore(glob) => Some(glob.original()),
            Match::None | Match::Whitelist(_) => None,
        }
    }
}
