//! Links to be followed.

use crate::extract::Reading;
use crate::text::Span;

/// A link in an article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// Where the address is printed.
    pub span: Span,
    /// The address.
    pub target: String,
}

/// The addresses in an article's front matter.
pub fn links(reading: &Reading) -> Vec<Link> {
    let url = reading.article.meta.url.as_ref();
    let printed = url.and_then(|field| Some((field.span?, field.value.trim())));
    let web = printed.filter(|(_, target)| target.starts_with("http://") || target.starts_with("https://"));
    web.map(|(span, target)| Link { span, target: target.to_owned() }).into_iter().collect()
}
