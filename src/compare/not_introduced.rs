//! `not-introduced`: a surname before the full name.
//!
//! Told once a person and article, where the running text gives the full name later. Headlines and captions live by surnames, and
//! office-holders are known by title and surname (`President Novak`): both are silent. So are things called after somebody (`the
//! Reed report`), and who is never named in full: nobody needs to be told who Mozart was. It takes a known first name or a post, so
//! that a product's short name is not taken for one.

use crate::corpus::Story;
use crate::extract::names::identity::{self, Sex};
use crate::extract::{Entity, EntityKind, Form, Mention, Reading};
use crate::text::BlockKind;

use super::telling;
use super::{Code, Finding, Place, Severity};

/// The findings on first mentions of a story.
pub fn find(story: &Story) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for entity in reading.entities.iter().filter(|e| e.kind == EntityKind::Person) {
            if let Some((early, full)) = introduced_late(reading, entity) {
                let at = Place { article, span: early.span };
                let later = Place { article, span: full.span };
                let message = format!(
                    "{} stands before the full name, {}",
                    telling::quoted(story, at),
                    telling::quoted(story, later)
                );
                let related = vec![(later, "the full name".into())];
                findings.push(Finding {
                    code: Code::NotIntroduced,
                    severity: Severity::Hint,
                    at,
                    message,
                    related,
                });
            }
        }
    }
    findings
}

/// The surname with which running text first names a person, and the full name further on.
fn introduced_late(reading: &Reading, entity: &Entity) -> Option<(Mention, Mention)> {
    let running = |m: &&Mention| {
        let block = reading.article.block_at(m.span.start).map(|b| reading.article.blocks[b]);
        block.is_some_and(|b| b.kind == BlockKind::Paragraph && b.repeats.is_none())
            && matches!(m.form, Form::Full | Form::Short)
    };
    let mut mentions = entity.mentions.iter().filter(running);
    let first = *mentions.next()?;
    let words = |m: &Mention| reading.article.slice(m.span).split_whitespace().count();
    let full = *mentions.find(|m| m.form == Form::Full && words(m) > 1)?;
    let surname = reading.article.slice(full.span).ends_with(reading.article.slice(first.span));
    let known = !entity.roles().is_empty() || identity::sex_of_name(&entity.name) != Sex::Unknown;
    let titled = entity.roles().iter().any(|r| r.end <= first.span.start && first.span.start - r.end <= 2);
    let told = first.form == Form::Short && words(&first) == 1 && surname && known && !titled;
    (told && !names_a_thing(reading, first)).then_some((first, full))
}

/// Whether a surname stands for a thing called after somebody (`the Reed report`, `Reed-style`) or in a sheet of scores (`Reed 76`).
fn names_a_thing(reading: &Reading, name: Mention) -> bool {
    let text = &*reading.article.text;
    let (before, behind) = (&text[..name.span.start as usize], &text[name.span.end as usize..]);
    let next = behind.strip_prefix(' ').and_then(|rest| rest.chars().next());
    let definite = before.ends_with("the ") || before.ends_with("The ");
    behind.starts_with('-')
        || definite && next.is_some_and(char::is_lowercase)
        || next.is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::compare::Code;
    use crate::compare::testing::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(Code::NotIntroduced, &[text]), expected, "{text}");
    }

    #[test]
    fn surnames_before_full_names() {
        check("Kovalenko denied the charge.\n\nAndriy Kovalenko, 40, is a trader.", "1:“Kovalenko”");
        check("The goal came from Berg.\n\nAnna Berg joined in May.", "1:“Berg”");
        check("Shares fell after Reed left.\n\nPaul Reed had led the bank.", "1:“Reed”");
    }

    #[test]
    fn full_names_first() {
        check("Andriy Kovalenko denied the charge.\n\nKovalenko is a trader.", "");
        check("# Berg scores twice\n\nAnna Berg scored twice.\n\nBerg joined in May.", "");
        check("President Novak won.\n\nIvan Novak thanked his voters.", "");
        check("The score is by Mozart.\n\nMozart wrote it in Vienna.", "");
        check("Critics of the Reed report met.\n\nPaul Reed wrote it in May.", "");
        check("A Reed-style reform failed.\n\nPaul Reed wrote it in May.", "");
        check("Goals: Berg 12, Lund 43.\n\nAnna Berg scored first.", "");
    }
}
