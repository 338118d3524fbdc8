//! How long it takes to form and compare 2,000 stories of five articles each from scratch, and what a keystroke in one of them
//! costs beside reading, both while somebody holds a snapshot and not.

mod common;

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use rashomon::extract::{self, Reading};
use rashomon::features::{Analysis, AnalysisHost};
use rayon::prelude::*;

const STORIES: usize = 2_000;
/// Bytes of an article.
const SIZE: usize = 4096;

fn host(readings: &[Arc<Reading>]) -> AnalysisHost {
    let mut host = AnalysisHost::default();
    for reading in readings {
        host.replace(Arc::clone(reading));
    }
    host.analysis().compare();
    host
}

/// What is known with a reading put in, its story compared.
fn compared(host: &mut AnalysisHost, reading: Arc<Reading>) -> Analysis {
    let path = Arc::clone(&reading.article.path);
    host.replace(reading);
    let analysis = host.analysis();
    if let Some(at) = analysis.find(&path) {
        black_box(analysis.comparison(at));
    }
    analysis
}

fn comparing(c: &mut Criterion) {
    let readings: Vec<Arc<Reading>> = (0..STORIES * common::TELLERS)
        .into_par_iter()
        .map(|n| Arc::new(extract::read(common::article(n / common::TELLERS, n % common::TELLERS, SIZE))))
        .collect();
    let mut group = c.benchmark_group("comparing");
    group.sample_size(10);
    group.bench_function("from scratch", |b| b.iter(|| host(black_box(&readings))));
    let mut host = host(&readings);
    println!("{} stories", host.analysis().stories().count());
    // Two versions of one article in turn, as a figure in it is typed and taken back.
    let versions = [SIZE, SIZE + 200].map(|size| Arc::new(extract::read(common::article(77, 2, size))));
    let mut turn = 0;
    let mut next = || {
        turn += 1;
        Arc::clone(&versions[turn % 2])
    };
    group.bench_function("a keystroke", |b| {
        b.iter_batched(&mut next, |reading| compared(&mut host, reading), BatchSize::PerIteration);
    });
    let mut held = host.analysis();
    group.bench_function("a keystroke under a snapshot", |b| {
        b.iter_batched(&mut next, |reading| held = compared(&mut host, reading), BatchSize::PerIteration);
    });
    group.finish();
}

criterion_group!(benches, comparing);
criterion_main!(benches);
