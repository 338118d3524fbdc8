//! How fast text becomes tokens, sentences, parts of speech, phrases and clauses; in bytes a second on one core.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rashomon::text::{Article, Meta, Parse};

const PARAGRAPH: &str = "About 1,200 people were moved from their homes on Tuesday after the river Orle broke its banks \
near the town of Hasselt, the mayor said. “We have not seen water like this since the 1960s,” said Ann Lee, who runs the \
regional rescue service. The government's first estimate puts the damage at $2.3 billion, or 4.5% of the province's \
yearly output, according to officials who asked not to be named.\n\n";

fn parse(c: &mut Criterion) {
    let text = PARAGRAPH.repeat(50);
    let article = Article::from_text("flood.txt", &text, &Meta::default());
    let mut group = c.benchmark_group("text");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("Parse::of", |b| b.iter(|| Parse::of(black_box(&article))));
    group.finish();
}

criterion_group!(benches, parse);
criterion_main!(benches);
