//! What a workspace says about itself: which files are articles, and how loudly findings speak.

pub mod walk;
