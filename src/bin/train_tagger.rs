//! Makes `src/text/data/tagger.bin` from `train.conllu.gz` and `dev.conllu.gz` in the folder that is its argument:
//!
//! ```text
//! cargo run --release --features train --bin train_tagger -- ../shared/ud
//! ```
//!
//! The same sentences give the same bytes. The accuracy on `dev.conllu.gz`, which is not trained on, is printed.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use flate2::read::GzDecoder;
use rashomon::text::train::{Options, Pair, Sample, Shuffle, accuracy, train};
use rashomon::text::{Penn, Upos};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: train_tagger FOLDER [FILE]")?;
    let target = std::env::args()
        .nth(2)
        .unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/data/tagger.bin").to_owned());
    let plain = read(&Path::new(&folder).join("train.conllu.gz"))?;
    let dev = read(&Path::new(&folder).join("dev.conllu.gz"))?;
    let mut samples = plain.clone();
    samples.extend(variants(&plain));
    let weights = train(&plain, &samples, &Options::default());
    fs::write(&target, &weights)?;
    report("dev", &weights, &dev);
    report("dev in capitals", &weights, &map_words(&dev, |_, word| word.to_uppercase()));
    report("dev in title case", &weights, &map_words(&dev, title_case));
    Ok(())
}

fn report(name: &str, weights: &[u8], samples: &[Sample]) {
    let Some(seen) = accuracy(weights, samples) else { return };
    let percent = |count: usize| 100.0 * count as f64 / seen.words.max(1) as f64;
    println!(
        "{name}: {} words, UPOS {:.2} %, Penn {:.2} %",
        seen.words,
        percent(seen.upos),
        percent(seen.penn)
    );
}

fn read(path: &Path) -> io::Result<Vec<Sample>> {
    let mut samples = Vec::new();
    let mut sample = Sample { words: vec![], tags: vec![] };
    let mut glued = false;
    for line in BufReader::new(GzDecoder::new(File::open(path)?)).lines() {
        let line = line?;
        let fields: Vec<&str> = line.split('\t').collect();
        if line.is_empty() && !sample.words.is_empty() {
            samples.push(std::mem::replace(&mut sample, Sample { words: vec![], tags: vec![] }));
        } else if let (false, [_, form, _, upos, penn, ..]) = (line.starts_with('#'), fields.as_slice())
            && let (Some(upos), Some(penn)) = (Upos::from_name(upos), Penn::from_name(penn))
        {
            // The treebank cuts `cannot` in two and does not say so; the tokens of news text do not.
            match sample.words.last_mut() {
                Some(can) if glued && *form == "not" => can.push_str(form),
                _ => {
                    sample.words.push((*form).to_owned());
                    sample.tags.push((upos, penn));
                }
            }
            glued = form.eq_ignore_ascii_case("can");
        }
    }
    samples.push(sample);
    Ok(samples)
}

fn map_words(samples: &[Sample], change: impl Fn(Pair, &str) -> String) -> Vec<Sample> {
    let words = |s: &Sample| s.tags.iter().zip(&s.words).map(|(&tag, word)| change(tag, word)).collect();
    samples.iter().map(|s| Sample { words: words(s), tags: s.tags.clone() }).collect()
}

/// A word as a headline in title case prints it: prepositions, articles and conjunctions stay small.
fn title_case(tag: Pair, word: &str) -> String {
    let small = matches!(tag.0, Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part) && word.len() < 5;
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if !small => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

/// Sentences in capitals and in title case, as headlines are printed; and with a changed first word, so that a capital
/// there is no proof of a name.
fn variants(plain: &[Sample]) -> Vec<Sample> {
    let mut chance = Shuffle::new(0xca5e);
    let mut pick = |share: usize| -> Vec<Sample> {
        let long = plain.iter().filter(|s| (4..25).contains(&s.words.len()));
        long.filter(|_| chance.below(100) < share).cloned().collect()
    };
    let capitals = map_words(&pick(6), |_, word| word.to_uppercase());
    let titles = map_words(&pick(8), title_case);
    let mut openings = pick(5);
    for sample in &mut openings {
        // From the second word on, as a sentence whose opening was cut off.
        sample.words.remove(0);
        sample.tags.remove(0);
        sample.words[0] = title_case((Upos::X, Penn::Xx), &sample.words[0]);
    }
    [capitals, titles, openings].concat()
}
