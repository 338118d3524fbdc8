//! Whose words an article is: most are an outlet's, some are the statement of the organisation that publishes it.

use crate::extract::{Entity, EntityKind, Form, Speaker};
use crate::text::{BlockKind, Parse, Upos};

/// How often an organisation must be named in its own text: a statement is about its author, a report is not about its outlet.
const NAMED: usize = 2;

/// The organisation that speaks in its own name where no other speaker is named: the article's source, when its text names that
/// organisation as one that acts. An outlet is named only where somebody talks to it (`told the Post`) or in its plugs.
pub fn of(parse: &Parse, entities: &[Entity]) -> Option<Speaker> {
    let source = parse.article.meta.source.as_ref()?;
    let (index, entity) = (0u32..).zip(entities).find(|(_, e)| {
        e.kind != EntityKind::Person
            && e.mentions.iter().any(|m| is_name_of(parse.article.slice(m.span), &source.value))
    })?;
    let acting = entity
        .mentions
        .iter()
        .filter(|m| {
            m.form != Form::Metonym && is_running_text(parse, m.span.start) && !is_told(parse, m.span.start)
        })
        .count();
    let told = entity.mentions.iter().any(|m| is_told(parse, m.span.start));
    (acting >= NAMED && !told).then(|| Speaker::known(index))
}

/// Whether a place is in the story's own sentences: an outlet's name stands under its pictures and in its plugs.
fn is_running_text(parse: &Parse, offset: u32) -> bool {
    let article = parse.article;
    let kind = article.block_at(offset).map(|b| article.blocks[b].kind);
    matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem))
}

/// Whether a mention is the source's name, legal forms and country left aside.
fn is_name_of(mention: &str, source: &str) -> bool {
    mention.len() >= 4
        && (source.eq_ignore_ascii_case(mention) || {
            let (long, short) =
                if source.len() >= mention.len() { (source, mention) } else { (mention, source) };
            short.contains(' ')
                && long.get(..short.len()).is_some_and(|start| start.eq_ignore_ascii_case(short))
        })
}

/// `told the Post`, `in an interview with the Post`.
fn is_told(parse: &Parse, offset: u32) -> bool {
    let token = parse.token_from(offset);
    let before = |n: usize| token.checked_sub(n).map(|t| (parse.lower(t), parse.tokens[t].upos));
    let (one, two) = (before(1), before(2));
    let telling = |w: &str| matches!(w, "told" | "tells" | "telling" | "interview" | "speaking");
    one.is_some_and(|(w, _)| telling(w))
        || two.is_some_and(|(w, _)| telling(w)) && one.is_some_and(|(_, p)| p == Upos::Det)
}
