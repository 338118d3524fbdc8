//! One file of news text, decoded and laid out, before anything is read out of it.

use std::sync::Arc;

use jiff::civil::Date;

use super::{OffsetMap, Span, decode, front_matter, layout, page};

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
        self.kind != BlockKind::Furniture
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
    /// Paragraphs, headings and furniture, in order, not overlapping, front matter left out.
    pub blocks: Vec<Block>,
    /// The wire dateline, where there is one.
    pub dateline: Option<Dateline>,
    /// The line that says when the page was published or updated.
    pub published_line: Option<Span>,
}

impl Article {
    /// The text of `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
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
        let head = front_matter::read(text);
        let start = head.span.map_or(0, |s| s.end as usize);
        let mut meta = head.meta.or(overrides);
        let (pieces, _) = layout::cut(text, start);
        let page = page::read(text, pieces, &meta);
        page.complete(text, &mut meta);
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
