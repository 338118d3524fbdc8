//! `rashomon annotate`: everything read out of each article, one JSON object a line.

use std::borrow::Cow;
use std::io::{self, Write};
use std::rc::Rc;

use serde::Serialize;
use serde_json::Number;

use crate::corpus::Story;
use crate::extract::{Reading, Speaker};
use crate::features::Analysis;
use crate::text::Span;

use super::places;

type Pair = [u32; 2];

#[derive(Serialize)]
struct ArticleLine<'a> {
    file: &'a str,
    source: Option<&'a str>,
    date: Option<String>,
    date_from: Option<&'static str>,
    title: Option<&'a str>,
    story: usize,
    figures: Vec<FigureLine<'a>>,
    dates: Vec<DateLine<'a>>,
    entities: Vec<EntityLine<'a>>,
    quotes: Vec<QuoteLine<'a>>,
    attributions: Vec<AttributionLine<'a>>,
}

#[derive(Serialize)]
struct FigureLine<'a> {
    span: Pair,
    text: &'a str,
    lo: Option<Number>,
    hi: Option<Number>,
    unit: Option<String>,
    of: Option<&'a str>,
    hedge: Option<&'static str>,
    state: Option<&'static str>,
    by: Option<Cow<'a, str>>,
    r#where: Option<&'a str>,
    when: Option<String>,
}

#[derive(Serialize)]
struct DateLine<'a> {
    span: Pair,
    text: &'a str,
    iso: Option<String>,
}

#[derive(Serialize)]
struct EntityLine<'a> {
    id: &'a str,
    name: &'a str,
    r#type: &'static str,
    mentions: Vec<Pair>,
}

#[derive(Serialize)]
struct QuoteLine<'a> {
    span: Pair,
    speaker: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct AttributionLine<'a> {
    span: Pair,
    cue: Option<Pair>,
    source: Option<Pair>,
    by: Option<Cow<'a, str>>,
    kind: &'static str,
}

/// Writes a line for every article, by path.
pub fn write(analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
    let mut articles: Vec<_> = analysis
        .in_order()
        .into_iter()
        .enumerate()
        .flat_map(|(number, story)| {
            let story = &**analysis.tale(story);
            let ids: Rc<[String]> = story.ids().into();
            (0..story.readings.len()).map(move |article| (number, story, Rc::clone(&ids), article))
        })
        .collect();
    articles.sort_by_key(|&(_, story, _, article)| &story.readings[article].article.path);
    for (number, story, ids, article) in articles {
        let view = View { story, ids: &ids, article, reading: &story.readings[article] };
        serde_json::to_writer(&mut *out, &view.line(number))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// One article with the story that gives its names and speakers their full form.
struct View<'a> {
    story: &'a Story,
    /// What the named things of the story are called in every story.
    ids: &'a [String],
    article: usize,
    reading: &'a Reading,
}

impl<'a> View<'a> {
    fn line(&self, story: usize) -> ArticleLine<'a> {
        let reading = self.reading;
        let meta = &reading.article.meta;
        ArticleLine {
            file: &reading.article.path,
            source: meta.source.as_ref().map(|f| f.value.as_str()),
            date: reading.published.as_ref().map(|p| p.date.to_string()),
            date_from: reading.published.as_ref().map(|p| p.from.name()),
            title: meta.title.as_ref().map(|f| f.value.as_str()),
            story,
            figures: (0..reading.figures.len()).map(|i| self.figure(i)).collect(),
            dates: (0..reading.dates.len()).map(|i| self.date(i)).collect(),
            entities: (0..reading.entities.len()).map(|i| self.entity(i)).collect(),
            quotes: (reading.quotes.iter())
                .map(|q| QuoteLine {
                    span: self.pair(q.span),
                    speaker: q.speaker.as_ref().map(|s| self.speaker(s)),
                })
                .collect(),
            attributions: (reading.attributions.iter())
                .map(|a| AttributionLine {
                    span: self.pair(a.span),
                    cue: a.cue.map(|s| self.pair(s)),
                    source: a.source.map(|s| self.pair(s)),
                    by: reading.lists.speakers[a.by].first().map(|s| self.speaker(s)),
                    kind: a.kind.name(),
                })
                .collect(),
        }
    }

    fn figure(&self, index: usize) -> FigureLine<'a> {
        let figure = &self.reading.figures[index];
        let claim = self.reading.claims.get(index);
        let unit = figure.unit.to_string();
        FigureLine {
            span: self.pair(figure.span),
            text: self.reading.article.slice(figure.span),
            lo: places::number(figure.value.lo),
            hi: places::number(figure.value.hi),
            unit: (!unit.is_empty()).then_some(unit),
            of: figure.of(&self.reading.article),
            hedge: figure.hedge.map(|h| h.name()),
            state: claim.map(|c| c.state.name()),
            by: claim.and_then(|c| self.reading.speaker(c)).map(|s| self.speaker(s)),
            r#where: claim
                .and_then(|c| self.reading.lists.anchors[c.places].first())
                .map(|p| self.name_of(p.entity)),
            when: claim.and_then(|c| c.when).and_then(|(date, _)| self.iso(date as usize)),
        }
    }

    fn date(&self, index: usize) -> DateLine<'a> {
        let span = self.reading.dates[index].span;
        DateLine { span: self.pair(span), text: self.reading.article.slice(span), iso: self.iso(index) }
    }

    fn entity(&self, index: usize) -> EntityLine<'a> {
        let linked = self.story.entity_of[self.article][index] as usize;
        let (id, linked) = (&self.ids[linked], &self.story.entities[linked]);
        EntityLine {
            id,
            name: &linked.name,
            r#type: linked.kind.name(),
            mentions: self.reading.entities[index].mentions.iter().map(|m| self.pair(m.span)).collect(),
        }
    }

    fn pair(&self, span: Span) -> Pair {
        places::on_disk(&self.reading.article, span)
    }

    fn iso(&self, date: usize) -> Option<String> {
        self.reading.dates[date].days.map(|d| d.to_string())
    }

    /// The speaker's full name as the corpus knows it, or the words used for one without a name.
    fn speaker(&self, speaker: &Speaker) -> Cow<'a, str> {
        match speaker.entity {
            Some(entity) => Cow::Borrowed(self.name_of(entity)),
            None => self.reading.name_of(speaker),
        }
    }

    fn name_of(&self, entity: u32) -> &'a str {
        &self.story.linked(self.article, entity).name
    }
}
