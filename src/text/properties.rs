//! What holds for every article, whatever bytes it is made of.

use proptest::prelude::*;

use super::{Article, Block, BlockKind, LineIndex, Meta, Rejection};

/// Pieces of pages, put together at random: more likely to meet than random characters are.
fn page() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "---\n",
        "source: A\n",
        "date: 2024-01-02\n",
        "title: \"B: [c\n",
        "# Mill burns\n",
        "Mill burns\n",
        "\n",
        "\n\n",
        "    ",
        "By Ana Lee\n",
        "Related:\n",
        "- Two die\n",
        "| a | b |\n",
        "|---|---|\n",
        "> “Ja”\n",
        "Photo: É. Gé\n",
        "The mill burned on Monday, he said.\n",
        "and burned on\n",
        "PORTO, March 3 (Wire) - A ship.\n",
        "<!-- rashomon: ignore -->\n",
        "<!--",
        "-->",
        "===\n",
        "---\n",
        "![x](y)\n",
        "[^1]: note\n",
        "\u{feff}",
        "\u{a0}",
        "é",
        "\u{1F30A}",
        "“",
        "\"",
        "© 2024 A\n",
        "\t\ta\t\tb\n",
        "_By our staff_\n",
        "**",
        "Sign up to our newsletter\n",
        "3 March 2024\n",
        "1. One\n",
        "```\n",
        "[a]: http://b.c\n",
        "(",
        ")",
        ":",
        "Published: ",
        "Oct. 3, 2024, ",
        "…",
    ]);
    prop::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}

fn check(article: &Article) -> Result<(), TestCaseError> {
    // Only the title is read where it stands in the front matter.
    let front = article.front_matter.map_or(0, |s| s.end);
    let mut end = 0;
    for (i, block) in article.blocks.iter().enumerate() {
        let words = article.text.get(block.span.range());
        prop_assert!(words.is_some_and(|w| !w.is_empty() && w.trim() == w), "{block:?}");
        let from = if block.kind == BlockKind::Title { end } else { end.max(front) };
        prop_assert!(block.span.start >= from, "in order: {block:?}");
        prop_assert!(block.repeats.is_none_or(|r| (r as usize) < i));
        end = block.span.end;
    }
    let line = article.published_line.iter().copied();
    let fields = [&article.meta.source, &article.meta.title, &article.meta.url, &article.meta.author];
    let fields = fields.into_iter().flatten().filter_map(|f| f.span).chain(article.meta.date_span);
    let dateline = article.dateline.iter().flat_map(|d| [Some(d.span), d.place, d.date, d.agency]).flatten();
    let faults = article.faults.iter().map(|f| f.span);
    for span in line.chain(fields).chain(dateline).chain(faults) {
        prop_assert!(article.text.get(span.range()).is_some(), "{span:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_bytes_give_an_article(bytes in prop::collection::vec(any::<u8>(), 0..400), markdown: bool) {
        let article = Article::from_bytes(if markdown { "a.md" } else { "a.txt" }, &bytes, &Meta::default());
        check(&article)?;
        let _ = Rejection::of_article(&article);
    }

    #[test]
    fn any_text_gives_an_article(text in "\\PC{0,200}") {
        check(&Article::from_text("a.md", &text, &Meta::default()))?;
    }

    #[test]
    fn any_page_gives_an_article(page in page(), markdown: bool) {
        check(&Article::from_text(if markdown { "a.md" } else { "a.txt" }, &page, &Meta::default()))?;
    }

    #[test]
    fn line_ends_do_not_matter(page in page()) {
        let other = page.replace('\n', "\r\n");
        let (unix, dos) = (Article::plain(&page), Article::plain(&other));
        let told = |a: &Article| a.blocks.iter().map(|b: &Block| (b.kind, b.repeats, a.slice(b.span).replace("\r\n", "\n"))).collect::<Vec<_>>();
        prop_assert_eq!(told(&unix), told(&dos));
        let mut place = unix.meta.title.clone().map(|f| f.value);
        prop_assert_eq!(place.take(), dos.meta.title.map(|f| f.value));
        prop_assert_eq!(unix.meta.date, dos.meta.date);
    }

    #[test]
    fn lines_and_columns_lead_back(text in "[a\u{e9}\u{1F30A}\\r\\n]{0,40}") {
        let index = LineIndex::new(&text);
        for (offset, c) in text.char_indices() {
            // Behind the `\r` of a `\r\n` there is no place of its own.
            if c == '\n' && text[..offset].ends_with('\r') {
                continue;
            }
            let offset = offset as u32;
            prop_assert_eq!(index.offset(&text, index.line(offset), index.column(&text, offset)), Some(offset));
        }
    }
}

/// Deep or endless structures must cost neither stack nor time beyond their length.
#[test]
fn large_and_deep_pages() {
    let deep = [
        "[",
        "{",
        "- ",
        "? ",
        "> ",
        "* ",
        "[![",
        "<!--",
        "![",
        "a: ",
        "Related:\n",
        "Two die in fire\n\n",
        "<!-- a\n",
    ];
    for part in deep {
        let inside = part.repeat(30_000);
        for page in
            [format!("---\n{inside}\n---\nText."), inside.clone(), format!("{}\n", part).repeat(30_000)]
        {
            check(&Article::from_text("a.md", &page, &Meta::default())).unwrap();
        }
    }
}
