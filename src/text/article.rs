//! One file of news text, decoded and laid out, before anything is read out of it.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Looks, OffsetMap, Span, decode, front_matter, layout, page};

/// How a file is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// `.txt`: blank lines or line ends separate paragraphs.
    Plain,
    /// `.md`: Markdown, perhaps with YAML front matter.
    Markdown,
}

impl Format {
    /// The format of a file of this name.
    pub fn of(path: &str) -> Self {
        let extension = path.rsplit_once('.').map_or("", |(_, e)| e);
        let markdown = ["md", "markdown", "mdown"].iter().any(|e| extension.eq_ignore_ascii_case(e));
        if markdown { Self::Markdown } else { Self::Plain }
    }
}

/// What a stretch of lines is on the page.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// The title that the front matter gives. It stands outside the story, which begins below; its figures and days are read.
    Title,
    /// The article's own headline, also where it stands again in the body.
    Headline,
    /// A line under the headline, or a heading between paragraphs.
    Subhead,
    /// The line that names the author, or the `(Reporting by …)` line at the end.
    Byline,
    /// Words under a picture.
    Caption,
    /// Running text.
    Paragraph,
    /// An item of a list that belongs to the story.
    ListItem,
    /// A row of a table.
    TableRow,
    /// What the page says beside the story: related links, newsletter plugs, copyright, cookie and share lines.
    Furniture,
}

/// A paragraph, heading, list item or piece of page furniture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    /// Its text without list markers, heading marks and surrounding white space.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The earlier block whose words it says again (a caption printed twice, a headline repeated), by index.
    pub repeats: Option<u32>,
}

impl Block {
    /// Whether its words belong to the story, so that figures and names in it count as evidence.
    pub fn is_story(&self) -> bool {
        !matches!(self.kind, BlockKind::Title | BlockKind::Furniture)
    }
}

/// The place, day and agency with which wire copy opens: `TIRANA, Oct 14 (Adria Press) -`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dateline {
    /// All of it, up to and with the dash.
    pub span: Span,
    /// The place, without a country behind it.
    pub place: Option<Span>,
    /// The day as printed.
    pub date: Option<Span>,
    /// The agency as printed.
    pub agency: Option<Span>,
}

/// Where an article's publication day comes from, in the order in which sources are believed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DateFrom {
    /// `date:` of the front matter.
    FrontMatter,
    /// `rashomon.toml`.
    Config,
    /// A wire dateline.
    Dateline,
    /// A published or updated line.
    Text,
    /// Worked out from days the text names, or from other articles of its story.
    Inferred,
}

impl DateFrom {
    /// The word that `annotate` prints.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FrontMatter => "front-matter",
            Self::Config => "config",
            Self::Dateline => "dateline",
            Self::Text => "text",
            Self::Inferred => "inferred",
        }
    }
}

/// A value of the metadata and, where it stands in the file, its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// The value.
    pub value: String,
    /// Where it is printed; `None` where it comes from the configuration.
    pub span: Option<Span>,
}

/// What the file or the configuration says about the article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Meta {
    /// The outlet.
    pub source: Option<Field>,
    /// The headline.
    pub title: Option<Field>,
    /// The day of publication, where front matter, configuration, a dateline with a year or a published line states it.
    pub date: Option<Date>,
    /// Where `date` comes from.
    pub date_from: Option<DateFrom>,
    /// Where `date` is printed.
    pub date_span: Option<Span>,
    /// The page's address.
    pub url: Option<Field>,
    /// Who wrote it.
    pub author: Option<Field>,
    /// The story it belongs to, where the configuration fixes it.
    pub story: Option<String>,
}

impl Meta {
    /// These values, and those of `other` where there are none.
    fn or(self, other: &Meta) -> Meta {
        let dated = if self.date.is_some() { &self } else { other };
        let (date, date_from, date_span) = (dated.date, dated.date_from, dated.date_span);
        Meta {
            source: self.source.or_else(|| other.source.clone()),
            title: self.title.or_else(|| other.title.clone()),
            url: self.url.or_else(|| other.url.clone()),
            author: self.author.or_else(|| other.author.clone()),
            story: self.story.or_else(|| other.story.clone()),
            date,
            date_from,
            date_span,
        }
    }
}

/// Something wrong with the file itself, found while it was laid out. The article is read all the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Where it is.
    pub span: Span,
    /// What is wrong, in plain words.
    pub message: String,
}

/// A comment that silences findings: `<!-- rashomon: ignore figure-conflict -->`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ignore {
    /// The comment.
    pub span: Span,
    /// The codes it names; none means every finding.
    pub codes: Vec<Box<str>>,
    /// The block it speaks of, the next one of the story, by index; `None` at the end of a text.
    pub block: Option<u32>,
}

impl Ignore {
    /// The wish of a comment, where it has one.
    fn read(text: &str, comment: Span, blocks: &[Block]) -> Option<Self> {
        let words = comment.of(text).trim_start_matches("<!--").trim_end_matches("-->").trim();
        let wish = words.strip_prefix("rashomon:")?.trim_start().strip_prefix("ignore")?;
        if wish.starts_with(|c: char| !c.is_whitespace() && c != ':') {
            return None;
        }
        let codes =
            wish.split([' ', ',', ':', '\n', '\r', '\t']).filter(|c| !c.is_empty()).map(Box::from).collect();
        let next = blocks.partition_point(|b| b.span.start < comment.end);
        let block = (next..blocks.len()).find(|&i| blocks[i].is_story()).map(|i| i as u32);
        Some(Ignore { span: comment, codes, block })
    }

    /// Whether it silences findings of `code`.
    pub fn covers(&self, code: &str) -> bool {
        self.codes.is_empty() || self.codes.iter().any(|c| **c == *code)
    }
}

/// One file of news text.
#[derive(Clone, Debug)]
pub struct Article {
    /// The path as it was given.
    pub path: Arc<str>,
    /// The decoded text: no byte order mark, line ends as they are on disk.
    pub text: Arc<str>,
    /// How offsets into `text` become offsets into the file.
    pub offsets: OffsetMap,
    /// How the file is written.
    pub format: Format,
    /// What the file says about itself.
    pub meta: Meta,
    /// The YAML block with its fences, where there is one.
    pub front_matter: Option<Span>,
    /// What is wrong with the front matter.
    pub faults: Vec<Fault>,
    /// Paragraphs, headings and furniture, in order, not overlapping; of the front matter the title alone.
    pub blocks: Vec<Block>,
    /// The wire dateline, where there is one.
    pub dateline: Option<Dateline>,
    /// The line that says when the page was published or updated.
    pub published_line: Option<Span>,
    /// The comments that silence findings, in order.
    pub ignores: Vec<Ignore>,
}

impl Article {
    /// The text of `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The text of `span` on one line: every run of white space made one space.
    pub fn on_one_line(&self, span: Span) -> Cow<'_, str> {
        let text = self.slice(span);
        if text.contains("  ") || text.contains(|c: char| c.is_whitespace() && c != ' ') {
            Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
        } else {
            Cow::Borrowed(text.trim())
        }
    }

    /// The block that holds `offset`, by index.
    pub fn block_at(&self, offset: u32) -> Option<usize> {
        let next = self.blocks.partition_point(|b| b.span.start <= offset);
        next.checked_sub(1).filter(|&i| self.blocks[i].span.touches(offset))
    }

    /// The outlet's name, or the file's name where no outlet is known.
    pub fn outlet(&self) -> &str {
        match &self.meta.source {
            Some(field) => &field.value,
            None => self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path),
        }
    }
}

impl Article {
    /// An article of text that is already decoded, as an editor holds it.
    pub fn from_text(path: &str, text: &str, overrides: &Meta) -> Self {
        Self::lay_out(path, text, overrides, None)
    }

    /// The same where somebody is writing: `looks` are those of the text as it was, and become those of this one.
    pub fn drafted(path: &str, text: &str, overrides: &Meta, looks: &mut Looks) -> Self {
        Self::lay_out(path, text, overrides, Some(looks))
    }

    fn lay_out(path: &str, text: &str, overrides: &Meta, looks: Option<&mut Looks>) -> Self {
        let head = front_matter::read(text);
        let start = head.span.map_or(0, |s| s.end as usize);
        let title = head.meta.title.as_ref().and_then(|title| title.span);
        let mut meta = head.meta.or(overrides);
        let (pieces, comments) = layout::cut(text, start);
        let mut page = page::read(text, pieces, &meta, looks);
        page.open_with(text, title);
        page.complete(text, &mut meta);
        let ignores = comments.iter().filter_map(|&c| Ignore::read(text, c, &page.blocks)).collect();
        Article {
            path: path.into(),
            text: text.into(),
            offsets: OffsetMap::default(),
            format: Format::of(path),
            meta,
            front_matter: head.span,
            faults: head.faults,
            blocks: page.blocks,
            dateline: page.dateline,
            published_line: page.published,
            ignores,
        }
    }

    /// An article of plain text without a name, as tests want it.
    #[doc(hidden)]
    pub fn plain(text: &str) -> Self {
        Self::from_text("article.txt", text, &Meta::default())
    }

    /// An article of the bytes of a file, in whatever encoding they are.
    pub fn from_bytes(path: &str, bytes: &[u8], overrides: &Meta) -> Self {
        let (text, offsets) = decode::decode(bytes);
        Article { offsets, ..Self::from_text(path, &text, overrides) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the comments that silence: codes and the opening words of the block they speak of.
    fn check(text: &str, expected: &[(&str, &str)]) {
        let article = Article::from_text("a.md", text, &Meta::default());
        let told = |i: &Ignore| {
            (i.codes.join(" "), i.block.map_or("", |b| article.slice(article.blocks[b as usize].span)))
        };
        let seen: Vec<_> = article.ignores.iter().map(told).collect();
        let seen: Vec<_> = seen.iter().map(|(codes, block)| (codes.as_str(), *block)).collect();
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn comments_silence_the_next_paragraph() {
        check(
            "One ship sank.\n\n<!-- rashomon: ignore -->\nTwo men swam.\n\nAll lived.\n",
            &[("", "Two men swam.")],
        );
        check(
            "<!-- rashomon: ignore figure-conflict, sum-mismatch -->\n\nTwo men swam.\n",
            &[("figure-conflict sum-mismatch", "Two men swam.")],
        );
        check("One ship sank.\n\n<!-- rashomon: ignore -->", &[("", "")]);
        check("<!-- rashomon: ignored -->\n<!-- ignore -->\nTwo men swam.\n", &[]);
    }

    #[test]
    fn codes_are_covered() {
        let article =
            Article::from_text("a.md", "<!-- rashomon: ignore date-conflict -->\nText.", &Meta::default());
        assert!(article.ignores[0].covers("date-conflict"));
        assert!(!article.ignores[0].covers("age-conflict"));
    }
}
