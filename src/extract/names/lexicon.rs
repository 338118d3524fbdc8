//! What a word can be in a name: head of an organisation, title, first name, particle …

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::{WordMap, calendar};

/// What a word can be in or beside a name, as a set.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::extract) struct Class(u32);

impl Class {
    /// Ends (or opens, before `of`) the name of an organisation: `agency`.
    pub const ORG_HEAD: Self = Self(1);
    /// Ends (or opens, before `of`) the name of a place: `street`.
    pub const PLACE_HEAD: Self = Self(1 << 1);
    /// Belongs to a place's name in lower case too: `region`.
    pub const GENERIC: Self = Self(1 << 2);
    /// Ends the name of another thing: `treaty`.
    pub const THING_HEAD: Self = Self(1 << 3);
    /// Opens the name of a ship, storm or flight: `MV`.
    pub const THING_OPENER: Self = Self(1 << 4);
    /// The legal form of a company: `Ltd`.
    pub const COMPANY: Self = Self(1 << 5);
    /// Stands before a person's name: `minister`.
    pub const TITLE: Self = Self(1 << 6);
    /// Stands before a title and belongs to it: `interior`.
    pub const MODIFIER: Self = Self(1 << 7);
    /// A first name.
    pub const FIRST: Self = Self(1 << 8);
    /// A first name or title of men.
    pub const MALE: Self = Self(1 << 9);
    /// A first name or title of women.
    pub const FEMALE: Self = Self(1 << 10);
    /// A lower-case word inside names: `van`.
    pub const PARTICLE: Self = Self(1 << 11);
    /// No name on its own: weekdays, `TV`, `Catholic`.
    pub const NOT_ALONE: Self = Self(1 << 12);
    /// Opens sentences and captions: `however`.
    pub const OPENER: Self = Self(1 << 13);
    /// A noun for a person: `analyst`.
    pub const PERSON_NOUN: Self = Self(1 << 14);
    /// A noun for an organisation: `company`.
    pub const ORG_NOUN: Self = Self(1 << 15);
    /// A noun for a place: `village`.
    pub const PLACE_NOUN: Self = Self(1 << 16);
    /// A noun for another thing: `ferry`.
    pub const THING_NOUN: Self = Self(1 << 17);
    /// A field of work that names of ministries hold: `defence`.
    pub const SUBJECT: Self = Self(1 << 18);
    /// Its possessive stands inside names: `people`.
    pub const GROUP: Self = Self(1 << 19);
    /// A month or weekday.
    pub const CALENDAR: Self = Self(1 << 20);
    /// A people: `Norwegian`.
    pub const DEMONYM: Self = Self(1 << 21);
    /// A form of address, by which nothing but people is called: `Mr`.
    pub const ADDRESS: Self = Self(1 << 22);

    /// Any head of a name.
    pub const HEAD: Self = Self(1 | 1 << 1 | 1 << 3 | 1 << 5);
    /// Any noun that can stand for a named thing.
    pub const NOUN: Self = Self(1 << 14 | 1 << 15 | 1 << 16 | 1 << 17);

    /// Whether it shares a member with `other`.
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets in one.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static WORDS: LazyLock<WordMap<Class>> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Class> = FxHashMap::default();
    let mut add = |word: &'static str, class: Class| {
        let entry = words.entry(word).or_default();
        *entry = entry.or(class);
    };
    let plain = [
        (include_str!("../data/organisation_heads.txt"), Class::ORG_HEAD),
        (include_str!("../data/place_heads.txt"), Class::PLACE_HEAD),
        (include_str!("../data/place_generics.txt"), Class::GENERIC),
        (include_str!("../data/thing_heads.txt"), Class::THING_HEAD),
        (include_str!("../data/thing_openers.txt"), Class::THING_OPENER),
        (include_str!("../data/company_suffixes.txt"), Class::COMPANY),
        (include_str!("../data/title_modifiers.txt"), Class::MODIFIER),
        (include_str!("../data/name_particles.txt"), Class::PARTICLE),
        (include_str!("../data/not_alone.txt"), Class::NOT_ALONE),
        (include_str!("../data/openers.txt"), Class::OPENER),
        (include_str!("../data/subject_words.txt"), Class::SUBJECT),
        (include_str!("../data/group_words.txt"), Class::GROUP),
    ];
    for (text, class) in plain {
        rows(text).for_each(|word| add(word, class));
    }
    for (text, class) in [
        (include_str!("../data/titles.txt"), Class::TITLE),
        (include_str!("../data/first_names.txt"), Class::FIRST),
        (include_str!("../data/role_nouns.txt"), Class::default()),
    ] {
        for (word, mark) in rows(text).filter_map(|row| row.split_once(' ')) {
            add(word, mark.chars().map(marked).fold(class, Class::or));
        }
    }
    let days = calendar::names().chain(calendar::short_names());
    days.for_each(|word| add(word, Class::CALENDAR.or(Class::NOT_ALONE)));
    super::places::peoples().for_each(|people| add(people, Class::DEMONYM));
    words.into()
});

fn marked(mark: char) -> Class {
    match mark {
        'm' => Class::MALE,
        'f' => Class::FEMALE,
        'a' => Class::ADDRESS,
        'p' => Class::PERSON_NOUN,
        'o' => Class::ORG_NOUN,
        'l' => Class::PLACE_NOUN,
        't' => Class::THING_NOUN,
        _ => Class::default(),
    }
}

/// The rows of a data file: lines that are neither empty nor remarks.
pub(super) fn rows(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What a word can be; `lower` in lower case, with or without its abbreviation point.
pub(in crate::extract) fn class(lower: &str) -> Class {
    WORDS.get(lower).or_else(|| WORDS.get(lower.strip_suffix('.')?)).copied().unwrap_or_default()
}
