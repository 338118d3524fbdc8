//! How fast text becomes a reading, stage by stage, in bytes a second on one core; then the whole, article by article as an editor
//! reads what is open, and all together as a workspace is indexed; then for one article of 4 kB, 64 kB, 1 MiB and 4 MiB, since cost
//! must grow with the length alone; and, printed before all, how many allocations a kilobyte takes.
//!
//! The stages read made-up news in articles of 4 kB and, where `RASHOMON_ARTICLES` names a folder, every article below it too:
//! `RASHOMON_ARTICLES=seeds cargo bench --bench reading`.

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use rashomon::extract::cover::Named;
use rashomon::extract::meanings::Meanings;
use rashomon::extract::{
    self, Lists, ages, claims, dates, events, figures, names, speakers, statements, words,
};
use rashomon::settings::{Settings, walk::walk};
use rashomon::text::{Article, Meta, Parse};

/// The system's allocator with a counter.
struct Counting;

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

// SAFETY: every call is handed to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.realloc(old, layout, size) }
    }

    unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
        unsafe { System.dealloc(old, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Made-up articles that are read in one round.
const ARTICLES: usize = 50;

fn made_up() -> Vec<Arc<Article>> {
    (0..ARTICLES).map(|n| common::article(n / common::TELLERS, n % common::TELLERS, 4096)).collect()
}

/// The articles of a folder, those that the program would read by its own defaults.
fn articles_in(folder: &Path) -> Vec<Arc<Article>> {
    let found = walk(&[folder.to_path_buf()], &Arc::new(Settings::default()), &AtomicBool::new(false));
    for fault in found.missing.iter().chain(&found.unreadable) {
        eprintln!("{}: {}", fault.path.display(), fault.reason);
    }
    let read = |path: &PathBuf| Some((path.to_string_lossy().into_owned(), std::fs::read(path).ok()?));
    let files = found.articles.iter().filter_map(read);
    files.map(|(path, bytes)| Arc::new(Article::from_bytes(&path, &bytes, &Meta::default()))).collect()
}

fn stages(c: &mut Criterion) {
    time_stages(c, "reading", &made_up());
    if let Some(folder) = std::env::var_os("RASHOMON_ARTICLES") {
        time_stages(c, "articles", &articles_in(Path::new(&folder)));
    }
}

fn time_stages(c: &mut Criterion, name: &str, articles: &[Arc<Article>]) {
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    let read: Vec<Read> = articles.iter().map(|a| Read::of(a)).collect();
    let mut group = c.benchmark_group(name);
    group.throughput(Throughput::Bytes(bytes as u64));
    let round = Round { bytes };
    let mut stage = |name: &str, run: &dyn Fn(usize)| {
        round.time(&mut group, name, &|| (0..articles.len()).for_each(run));
    };
    stage("Parse::of", &|i| drop(black_box(Parse::of(&articles[i]))));
    stage("dates", &|i| drop(black_box(dates::find(&read[i].parse, &read[i].meanings))));
    stage("names", &|i| drop(black_box(names::find(&read[i].parse, &read[i].meanings, &read[i].dates))));
    stage("figures", &|i| {
        let Read { parse, meanings, dates, named, .. } = &read[i];
        drop(black_box(figures::find(parse, meanings, dates, &named.entities)))
    });
    stage("speakers", &|i| {
        let Read { parse, meanings, named, .. } = &read[i];
        drop(black_box(speakers::find(parse, meanings, &named.entities, &mut Lists::default())))
    });
    stage("meanings", &|i| drop(black_box(Meanings::of(&read[i].parse))));
    stage("claims", &|i| {
        let Read { parse, meanings, dates, figures, named, attributions, ages, lists } = &read[i];
        drop(black_box(claims::build(
            parse,
            meanings,
            figures,
            dates,
            named,
            attributions,
            ages,
            &mut lists.clone(),
        )));
    });
    stage("events", &|i| {
        let Read { parse, meanings, dates, named, attributions, lists, .. } = &read[i];
        drop(black_box(events::find(parse, meanings, dates, named, attributions, None, &mut lists.clone())));
    });
    stage("statements", &|i| {
        let Read { parse, meanings, named, attributions, lists, .. } = &read[i];
        drop(black_box(statements::find(parse, meanings, named, attributions, &mut lists.clone())));
    });
    stage("words", &|i| {
        let Read { parse, meanings, named, .. } = &read[i];
        drop(black_box(words::bag(parse, meanings, named)));
    });
    stage("all, one by one", &|i| drop(black_box(extract::read(Arc::clone(&articles[i])))));
    round.time(&mut group, "all, together", &|| drop(black_box(extract::read_all(articles))));
    group.finish();
}

/// What the stages hand to each other.
struct Read<'a> {
    parse: Parse<'a>,
    meanings: Meanings,
    dates: Vec<extract::DateMention>,
    named: Named,
    figures: Vec<extract::Figure>,
    attributions: Vec<extract::Attribution>,
    ages: Vec<extract::Age>,
    /// What the attributions point into. A stage that adds to it is given a copy, whose making is timed with it.
    lists: Lists,
}

impl<'a> Read<'a> {
    fn of(article: &'a Article) -> Self {
        let parse = Parse::of(article);
        let meanings = Meanings::of(&parse);
        let (dates, _) = dates::find(&parse, &meanings);
        let mut entities = names::find(&parse, &meanings, &dates);
        let figures = figures::find(&parse, &meanings, &dates, &entities);
        names::leave_title(article, &mut entities);
        let mut lists = Lists::default();
        let (_, attributions) = speakers::find(&parse, &meanings, &entities, &mut lists);
        let (ages, _) = ages::find(&parse, &figures, &dates, &entities, &attributions, &lists);
        let named = Named::of(&parse, entities);
        Read { parse, meanings, dates, named, figures, attributions, ages, lists }
    }
}

/// The bytes of the articles of one round.
struct Round {
    bytes: usize,
}

impl Round {
    fn time(&self, group: &mut BenchmarkGroup<WallTime>, name: &str, run: &dyn Fn()) {
        let before = ALLOCATIONS.load(Ordering::Relaxed);
        run();
        let count = ALLOCATIONS.load(Ordering::Relaxed) - before;
        println!("{name}: {:.1} allocations a kilobyte", count as f64 * 1024.0 / self.bytes as f64);
        group.bench_function(name, |b| b.iter(run));
    }
}

fn lengths(c: &mut Criterion) {
    let mut group = c.benchmark_group("length");
    group.sample_size(10);
    for kilobytes in [4, 64, 1024, 4096] {
        let article = common::article(7, 0, kilobytes * 1024);
        group.throughput(Throughput::Bytes(article.text.len() as u64));
        group.bench_function(format!("{kilobytes} KiB"), |b| {
            b.iter(|| extract::read(Arc::clone(black_box(&article))))
        });
    }
    group.finish();
}

criterion_group!(benches, stages, lengths);
criterion_main!(benches);
