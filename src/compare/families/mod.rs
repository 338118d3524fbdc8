//! Families of stories told by two outlets: those in which a finding must speak, and those like them in which it must not.

use super::Code;
use super::testing::told;

mod ages;
mod counts;
mod dates;
mod denials;
mod frames;
mod mixups;
mod names;
mod places;
mod sole_places;
mod titles;
mod venues;

/// Checks that a finding stands in every one of these stories, each given by its articles.
#[track_caller]
fn must_speak(code: Code, stories: &[&[&str]]) {
    let mute: Vec<_> = stories.iter().filter(|texts| told(code, texts).is_empty()).collect();
    assert!(mute.is_empty(), "{} of {} are silent: {mute:#?}", mute.len(), stories.len());
}

/// Checks that none stands in any of them.
#[track_caller]
fn must_be_silent(code: Code, stories: &[&[&str]]) {
    let loud: Vec<_> =
        stories.iter().map(|texts| (told(code, texts), texts)).filter(|(told, _)| !told.is_empty()).collect();
    assert!(loud.is_empty(), "{} of {} speak: {loud:#?}", loud.len(), stories.len());
}
