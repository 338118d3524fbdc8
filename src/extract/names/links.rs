//! Which mentions of an article name the same thing.
//!
//! Mentions with the same words are one *form*. Forms are joined from the longest to the shortest: a surname with the full name, a short
//! name with the long one, an acronym with what it stands for. A short form that fits several things goes, mention by mention, to the one
//! named last.

use std::borrow::{Borrow, Cow};
use std::hash::Hash;
use std::ops::Range;
use std::rc::Rc;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::extract::mention::Extra;
use crate::extract::{Entity, EntityKind, Form, Mention};
use crate::text::BlockKind;

use super::fits;
use super::identity;
use super::kinds::{self, Votes};
use super::lexicon::{self, Class};
use super::metonyms;
use super::places::{self, Place};
use super::romanise;
use super::spot::Spotted;
use super::words::Words;

/// The words of a name: lower case, without diacritics, points and hyphens, without `the`.
pub(super) type PlainWords<'p> = Rc<[Cow<'p, str>]>;

/// All mentions of an article that print the same words.
pub(super) struct Spelling<'p> {
    /// Its words.
    pub words: PlainWords<'p>,
    /// How many of its words stand before a noun for what a place is: one in `kursk oblast`.
    pub bare: usize,
    /// The number of its [`identity::content_words`].
    pub content: u64,
    /// Whether it is one word in capitals.
    pub capitals: bool,
    /// What speaks for each kind.
    pub votes: Votes,
    /// Its mentions, by index into the names.
    pub names: Vec<usize>,
    /// The first token of its first mention in running text; of its first mention at all, where it has none there.
    pub first: usize,
    /// The place of the gazetteer that it names.
    pub place: Option<&'static Place>,
    /// Whether first name or title say man or woman.
    pub sex: Class,
}

impl Spelling<'_> {
    pub fn kind(&self) -> EntityKind {
        self.votes.winner(EntityKind::Organisation)
    }
}

/// A named thing while it is being put together.
pub(super) struct Thing<'p> {
    pub kind: EntityKind,
    pub mentions: Vec<Mention>,
    /// The words of its fullest form.
    pub words: PlainWords<'p>,
    /// The fullest form as printed.
    pub name: Cow<'p, str>,
    pub roles: Vec<Range<usize>>,
    pub acronym: Option<Cow<'p, str>>,
    pub place: Option<&'static Place>,
    /// The nouns that appositions and titles give it, in lower case.
    pub nouns: Vec<&'p str>,
}

impl Thing<'_> {
    /// The finished entity.
    pub fn entity(mut self, words: &Words<'_>) -> Entity {
        self.mentions.sort_by_key(|m| m.span);
        self.mentions.dedup_by_key(|m| m.span);
        let mut roles: Vec<_> = self.roles.into_iter().map(|r| words.parse.span(r)).collect();
        roles.sort();
        roles.dedup();
        let has_more = !roles.is_empty() || self.acronym.is_some();
        let extra = || Extra { roles: roles.into(), acronym: self.acronym.map(Into::into) };
        Entity {
            name: self.name.into(),
            kind: self.kind,
            mentions: self.mentions.into(),
            extra: has_more.then(extra).map(Box::new),
        }
    }
}

/// Joins the names of an article into things.
pub(super) fn link<'p>(words: &Words<'p>, names: &[Spotted]) -> Vec<Thing<'p>> {
    let spellings = spellings(words, names);
    let acronyms = acronyms(words, names, &spellings);
    let sex =
        |name: usize| names[name].title.as_ref().map_or(Class::default(), |t| sex_of(words.class(t.end - 1)));
    let kin = |name: usize| is_kin(words, &names[name]);
    let apart = |a: &Spelling, b: &Spelling| are_told_apart(words, names, a, b);
    let owners = owners(&spellings, &acronyms, names.len(), sex, kin, apart);
    let mut things = things(words, names, &spellings, &owners);
    metonyms::settle(words, &mut things);
    things
}

/// The comparable words of a name.
pub fn plain_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    cut_words(&folded(text), |word| words.push(word.to_owned()));
    words
}

/// A name in lower case, without diacritics and points.
fn folded(text: &str) -> String {
    let mut plain = match text.is_ascii() {
        true => text.to_ascii_lowercase(),
        false => deunicode::deunicode(text).to_lowercase(),
    };
    plain.retain(|c| c != '.');
    plain
}

/// Hands on the words of a folded name, without `the` at its head and the marks around them.
fn cut_words<'t>(plain: &'t str, mut push: impl FnMut(&'t str)) {
    let words = plain.split(|c: char| c.is_whitespace() || c == '-');
    let bare = words.map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '&'));
    let mut bare = bare.filter(|w| !w.is_empty()).peekable();
    if let Some(first) = bare.next() {
        if first != "the" || bare.peek().is_none() {
            push(first);
        }
        bare.for_each(push);
    }
}

impl<'p> Words<'p> {
    /// The comparable words of a name into `out`: slices of the article where nothing but its letters' case has to be folded.
    fn plain_words(&self, tokens: Range<usize>, out: &mut Vec<Cow<'p, str>>) {
        out.clear();
        match self.lower_text(tokens.clone()) {
            Cow::Borrowed(lower) if !lower.contains('.') => cut_words(lower, |word| out.push(word.into())),
            _ => cut_words(&folded(&self.text(tokens)), |word| out.push(word.to_owned().into())),
        }
    }
}

fn spellings<'p>(words: &Words<'p>, names: &[Spotted]) -> Vec<Spelling<'p>> {
    let mut all: Vec<Spelling> = Vec::with_capacity(names.len());
    let mut by_words: FxHashMap<PlainWords, usize> = FxHashMap::default();
    let mut by_text: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
    by_words.reserve(names.len() / 2);
    by_text.reserve(names.len() / 2);
    let mut plain = Vec::new();
    for (i, name) in names.iter().enumerate() {
        let text = words.text(name.tokens.clone());
        let seen = by_text.get(&text).copied();
        let at = seen.unwrap_or_else(|| {
            words.plain_words(name.tokens.clone(), &mut plain);
            let known = by_words.get(plain.as_slice()).copied();
            known.unwrap_or_else(|| {
                all.push(spelling(words, name, &text, plain.as_slice().into()));
                by_words.insert(Rc::clone(&all[all.len() - 1].words), all.len() - 1);
                all.len() - 1
            })
        });
        let spelling = &mut all[at];
        spelling.names.push(i);
        spelling.capitals &= !text.chars().any(char::is_lowercase);
        if !name.aside {
            spelling.votes.join(&kinds::by_context(words, name));
        }
        if let Some(title) = &name.title {
            spelling.votes.add(EntityKind::Person, 4);
            spelling.sex = spelling.sex.or(sex_of(words.class(title.end - 1)));
        }
        let sentence = words.parse.sentence_of(name.tokens.start);
        // A short name in the headline is no proof that the full one comes later in the story.
        if spelling.words.len() > 1 || words.parse.block_of(sentence).kind == BlockKind::Paragraph {
            spelling.first = spelling.first.min(name.tokens.start);
        }
        if seen.is_none() {
            by_text.insert(text, at);
        }
    }
    second_mentions(&mut all, &by_words);
    all
}

/// What the print of a name that was not seen before tells, printed as `text`.
fn spelling<'p>(words: &Words<'p>, name: &Spotted, text: &str, plain: PlainWords<'p>) -> Spelling<'p> {
    // “Lloyd-Ward” is a surname, whatever its halves are elsewhere.
    let surname = text.contains('-') && !text.contains(' ');
    Spelling {
        bare: identity::without_generic(&plain).len(),
        content: identity::content_key(&plain),
        capitals: plain.len() == 1 && text.len() > 1 && !text.chars().any(char::is_lowercase),
        votes: kinds::by_words(words, name),
        names: Vec::new(),
        first: usize::MAX,
        place: words.place(name.tokens.clone()).or_else(|| place_of(&plain, text)),
        sex: if surname { Class::default() } else { sex_of(words.class(name.tokens.start)) },
        words: plain,
    }
}

/// The place that the plain words of a name call, where they are not just what it prints.
fn place_of(plain: &[Cow<'_, str>], text: &str) -> Option<&'static Place> {
    match plain {
        [word] if word.eq_ignore_ascii_case(text) => None,
        [word] => places::find(word),
        _ => places::find(&plain.join(" ")),
    }
}

/// People come back by their last word, firms by their first; this settles names that nothing else tells of.
fn second_mentions<'p>(all: &mut [Spelling<'p>], by_words: &FxHashMap<PlainWords<'p>, usize>) {
    let known = |word: &Cow<'p, str>| by_words.contains_key(std::slice::from_ref(word));
    for spelling in all.iter_mut().filter(|s| s.words.len() > 1 && s.place.is_none()) {
        let (first, last) = (known(&spelling.words[0]), known(&spelling.words[spelling.words.len() - 1]));
        match (first, last) {
            (true, false) if spelling.sex == Class::default() => {
                spelling.votes.add(EntityKind::Organisation, 3)
            }
            (false, true) => spelling.votes.add(EntityKind::Person, 3),
            _ => {}
        }
    }
}

/// The sex that a first name or a title tells.
pub(super) fn sex_of(class: Class) -> Class {
    match (class.is(Class::MALE), class.is(Class::FEMALE)) {
        (true, false) => Class::MALE,
        (false, true) => Class::FEMALE,
        _ => Class::default(),
    }
}

/// Pairs of spellings of which the one explains the other in brackets: `Civil Protection Agency (AKMC)`.
fn acronyms(words: &Words<'_>, names: &[Spotted], spellings: &[Spelling]) -> Vec<(usize, usize)> {
    let mut spelling_of = vec![0; names.len()];
    for (s, spelling) in spellings.iter().enumerate() {
        spelling.names.iter().for_each(|&n| spelling_of[n] = s);
    }
    let mut pairs = Vec::new();
    for (i, pair) in names.windows(2).enumerate() {
        let (long, short) = (&pair[0].tokens, &pair[1].tokens);
        let bracketed = short.start == long.end + 1
            && words.parse.word(long.end) == "("
            && short.end < words.parse.tokens.len()
            && matches!(words.parse.word(short.end), ")" | "," | ";");
        let (a, b) = (spelling_of[i], spelling_of[i + 1]);
        if !bracketed || a == b {
            continue;
        }
        let named = |s: &Spelling| s.words.len() > 1 && s.place.is_none() && s.kind() != EntityKind::Person;
        let letters = |s: &Spelling| s.capitals && s.place.is_none() && s.words[0].len() <= 8;
        if named(&spellings[a]) && letters(&spellings[b]) {
            pairs.push((a, b));
        } else if letters(&spellings[a]) && named(&spellings[b]) {
            pairs.push((b, a));
        }
    }
    pairs
}

/// Numbers by key, those of one key in the order in which they came. They share one allocation.
struct Lists<K> {
    /// The first and the last link of each key.
    ends: FxHashMap<K, (usize, usize)>,
    /// Numbers, each with the next link of its key; itself where it is the last.
    links: Vec<(usize, usize)>,
}

impl<K> Default for Lists<K> {
    fn default() -> Self {
        Lists { ends: FxHashMap::default(), links: Vec::new() }
    }
}

impl<K: Borrow<str> + Hash + Eq> Lists<K> {
    fn push(&mut self, key: K, number: usize) {
        let link = self.links.len();
        self.links.push((number, link));
        let (_, last) = self.ends.entry(key).or_insert((link, link));
        self.links[*last].1 = link;
        *last = link;
    }

    fn get<'l>(&'l self, key: &str) -> impl Iterator<Item = usize> + use<'l, K> {
        let mut next = self.ends.get(key).map(|ends| ends.0);
        std::iter::from_fn(move || {
            let link = next?;
            let (number, behind) = self.links[link];
            next = (behind != link).then_some(behind);
            Some(number)
        })
    }
}

/// For every name the spelling that heads its thing.
fn owners(
    spellings: &[Spelling],
    acronyms: &[(usize, usize)],
    count: usize,
    titles: impl Fn(usize) -> Class,
    kin: impl Fn(usize) -> bool,
    apart: impl Fn(&Spelling, &Spelling) -> bool,
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spellings.len()).collect();
    order.sort_by_key(|&s| (std::cmp::Reverse(spellings[s].words.len()), spellings[s].names[0]));
    let mut head: Vec<usize> = (0..spellings.len()).collect();
    let mut owner = vec![usize::MAX; count];
    let mut by_word: Lists<&str> = Lists::default();
    let mut by_place: FxHashMap<&str, usize> = FxHashMap::default();
    let mut by_letters: Lists<String> = Lists::default();
    let mut by_sound: Lists<String> = Lists::default();
    let explained: FxHashMap<usize, usize> = acronyms.iter().map(|&(long, short)| (short, long)).collect();
    let has_acronyms = spellings.iter().any(|s| s.capitals);
    let mut fitting: Vec<usize> = Vec::new();
    for &s in &order {
        let spelling = &spellings[s];
        fitting.clear();
        if let Some(&long) = explained.get(&s) {
            fitting.push(head[long]);
        } else if let Some(&same) = spelling.place.and_then(|p| by_place.get(p.name)) {
            fitting.push(head[same]);
        } else {
            let near = spelling.words.iter().flat_map(|w| by_word.get(w));
            let initials = spelling.capitals.then(|| by_letters.get(&spelling.words[0]));
            let alone = spelling.words.len() == 1 && by_word.get(&spelling.words[0]).next().is_none();
            let sounds = alone.then(|| by_sound.get(&romanise::key(&spelling.words[0])));
            let others = initials.into_iter().chain(sounds).flatten();
            let candidates = near
                .chain(others)
                .filter(|&c| fits::fits(spelling, &spellings[c]) && !apart(spelling, &spellings[c]));
            fitting.extend(candidates.map(|c| head[c]));
            fitting.sort_unstable();
            fitting.dedup();
        }
        match fitting[..] {
            [] => {}
            [one] => head[s] = one,
            _ => nearest(spellings, s, &fitting, &head, &titles, &kin, &mut owner),
        }
        spelling.words.iter().for_each(|w| by_word.push(w, s));
        if let Some(place) = spelling.place {
            by_place.entry(place.name).or_insert(s);
        }
        if let [_, .., surname] = &spelling.words[..]
            && spelling.kind() == EntityKind::Person
        {
            by_sound.push(romanise::key(surname), s);
        }
        if has_acronyms && spelling.words.len() > 1 {
            by_letters.push(fits::initials(&spelling.words), s);
        }
    }
    for (s, spelling) in spellings.iter().enumerate() {
        for &name in &spelling.names {
            if owner[name] == usize::MAX {
                owner[name] = head[s];
            }
        }
    }
    owner
}

/// Whether two full names of as many words stand in one sentence somewhere: nobody is named twice in full there but by a short form.
fn are_told_apart(words: &Words<'_>, names: &[Spotted], a: &Spelling, b: &Spelling) -> bool {
    let full = a.words.len() > 1 && a.words.len() == b.words.len() && b.kind() == EntityKind::Person;
    if !full || identity::is_nickname(&a.words[0], &b.words[0]) {
        return false;
    }
    let sentence = |&name: &usize| words.parse.sentence_of(names[name].tokens.start);
    let of_b: Vec<usize> = b.names.iter().map(sentence).collect();
    a.names.iter().any(|name| of_b.contains(&sentence(name)))
}

/// Whether somebody is named as another's relative: `his brother, Juan Mora`, `her son Ben`, `Juan Mora, his brother`.
fn is_kin(words: &Words<'_>, name: &Spotted) -> bool {
    let parse = words.parse;
    let sentence = parse.sentences[parse.sentence_of(name.tokens.start)].tokens.clone();
    let kin = |i: usize| sentence.contains(&i) && KIN.contains(parse.lower(i));
    let comma = |i: usize| sentence.contains(&i) && parse.word(i) == ",";
    let before = name.tokens.start.wrapping_sub(1);
    let behind = name.tokens.end;
    kin(if comma(before) { before - 1 } else { before })
        || comma(behind)
            && matches!(words.lower_in(behind + 1, &sentence), "his" | "her" | "their")
            && (behind + 2..behind + 4).any(kin)
}

/// Relatives, whom news calls by their first name or in full where they share a surname with the one it tells of.
static KIN: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lexicon::rows(include_str!("../data/relatives.txt")).collect());

/// Gives each mention of an ambiguous spelling to the fitting thing that was named last before it, else to the one named first;
/// to a relative of somebody else only where nobody else fits.
fn nearest(
    spellings: &[Spelling],
    s: usize,
    fitting: &[usize],
    head: &[usize],
    titles: impl Fn(usize) -> Class,
    kin: impl Fn(usize) -> bool,
    owner: &mut [usize],
) {
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (other, spelling) in spellings.iter().enumerate() {
        if other != s && fitting.contains(&head[other]) {
            named.extend(spelling.names.iter().map(|&n| (n, head[other])));
        }
    }
    named.sort_unstable();
    let relatives: Vec<usize> =
        fitting.iter().copied().filter(|&t| named.iter().any(|&(n, thing)| thing == t && kin(n))).collect();
    if relatives.len() < fitting.len() {
        named.retain(|(_, thing)| !relatives.contains(thing));
    }
    for &name in &spellings[s].names {
        let sex = titles(name);
        let fits = |&&(_, thing): &&(usize, usize)| !fits::opposed(sex, spellings[thing].sex);
        let next = named.partition_point(|&(n, _)| n < name);
        let last = named[..next].iter().rev().find(fits).or_else(|| named[next..].iter().find(fits));
        owner[name] = last.unwrap_or(&named[0]).1;
    }
}

fn things<'p>(
    words: &Words<'p>,
    names: &[Spotted],
    spellings: &[Spelling<'p>],
    owners: &[usize],
) -> Vec<Thing<'p>> {
    let mut spelling_of = vec![0; names.len()];
    for (s, spelling) in spellings.iter().enumerate() {
        spelling.names.iter().for_each(|&n| spelling_of[n] = s);
    }
    // Things stand in the order of their first mentions, and so do the mentions of each.
    let mut first = vec![usize::MAX; spellings.len()];
    for (name, &owner) in owners.iter().enumerate() {
        first[owner] = first[owner].min(name);
    }
    let mut members: Vec<usize> = (0..names.len()).collect();
    members.sort_unstable_by_key(|&name| (first[owners[name]], name));
    let groups = members.chunk_by(|&a, &b| owners[a] == owners[b]);
    groups.map(|m| thing(words, names, spellings, &spelling_of, m)).collect()
}

fn thing<'p>(
    words: &Words<'p>,
    names: &[Spotted],
    spellings: &[Spelling<'p>],
    spelling_of: &[usize],
    members: &[usize],
) -> Thing<'p> {
    let mut votes = Votes::default();
    let mut used: Vec<usize> = members.iter().map(|&n| spelling_of[n]).collect();
    used.sort_unstable();
    used.dedup();
    used.iter().for_each(|&s| votes.join(&spellings[s].votes));
    // The form with most words is the fullest; of equals, the one printed with small letters, then the first.
    let full = used.iter().copied().min_by_key(|&s| {
        let spelling = &spellings[s];
        (std::cmp::Reverse(spelling.words.len()), spelling.capitals, spelling.names[0])
    });
    let full = full.unwrap_or(0);
    let printed = spellings[full].names.iter().map(|&n| words.text(names[n].tokens.clone()));
    let name = printed.min_by_key(|text| !text.chars().any(char::is_lowercase)).unwrap_or_default();
    let acronym = used.iter().find(|&&s| spellings[s].capitals && spellings[full].words.len() > 1);
    let acronym = acronym.map(|&s| words.text(names[spellings[s].names[0]].tokens.clone()));
    let mentions = members.iter().map(|&n| {
        let spelling = &spellings[spelling_of[n]];
        let form = match () {
            () if spelling_of[n] == full || spelling.place.is_some() => Form::Full,
            () if spelling.capitals => Form::Acronym,
            () if spelling.words.len() < spellings[full].words.len() => Form::Short,
            () => Form::Full,
        };
        Mention { span: words.parse.span(names[n].tokens.clone()), form }
    });
    let kind = votes.winner(EntityKind::Organisation);
    Thing {
        kind,
        mentions: mentions.collect(),
        words: Rc::clone(&spellings[full].words),
        name,
        roles: members.iter().filter_map(|&n| names[n].title.clone()).collect(),
        acronym,
        place: used.iter().find_map(|&s| spellings[s].place).filter(|_| kind == EntityKind::Place),
        nouns: Vec::new(),
    }
}
