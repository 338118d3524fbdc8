//! News made up for measuring: stories told by several outlets, with names, figures, days and quotes of their own, in the
//! sentences that wires, courts, markets and sports desks write. The same numbers always give the same text.

use std::fmt::Write;
use std::sync::Arc;

use rashomon::text::{Article, Meta};

/// Outlets that tell one story.
pub const TELLERS: usize = 5;

const FIRST: [&str; 16] = [
    "Anna", "Bruno", "Clara", "David", "Elena", "Farid", "Grace", "Henrik", "Ines", "Jonas", "Karim",
    "Laura", "Marta", "Nils", "Olga", "Peter",
];
const HEADS: [&str; 20] = [
    "Bar", "Cor", "Del", "Far", "Gal", "Hol", "Jas", "Kel", "Lor", "Mar", "Nor", "Pel", "Quin", "Ras", "Sel",
    "Tor", "Ul", "Ver", "Wes", "Zan",
];
const MIDDLES: [&str; 12] = ["a", "e", "i", "o", "an", "en", "in", "on", "ar", "er", "ir", "or"];
const TAILS: [&str; 16] = [
    "ton", "berg", "ski", "ford", "vale", "mont", "dale", "wick", "sen", "ova", "ides", "ello", "mann",
    "stad", "rup", "nes",
];
const POSTS: [&str; 8] = [
    "Mayor",
    "fire chief",
    "Interior Minister",
    "spokeswoman",
    "prosecutor",
    "chief executive",
    "coach",
    "hospital director",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const THINGS: [&str; 12] = [
    "homes",
    "soldiers",
    "passengers",
    "workers",
    "schools",
    "buses",
    "bridges",
    "votes",
    "patients",
    "shops",
    "pupils",
    "farms",
];

/// A number a step further on the way: the same start always leads the same way (Marsaglia's xorshift).
struct Dice(u64);

impl Dice {
    fn of(seed: usize) -> Self {
        Dice((seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 24) as usize % sides
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.roll(from.len())]
    }
}

/// The name of this number; no two numbers below half a million share one.
fn name(number: usize) -> String {
    let (head, number) = (HEADS[number % 20], number / 20);
    let (tail, number) = (TAILS[number % 16], number / 16);
    let middles = [12 * 12, 12, 1].map(|place| MIDDLES[number / place % 12]).concat();
    format!("{head}{middles}{tail}")
}

/// Names that a story has for its town, people, firm and streets.
const NAMES: usize = 64;

/// What all outlets of a story write of.
struct Facts {
    /// The number of its first name.
    first_name: usize,
    town: String,
    firm: String,
    people: [(String, String, &'static str); 4],
    dead: usize,
    money: usize,
    day: &'static str,
}

impl Facts {
    fn of(story: usize) -> Self {
        let mut dice = Dice::of(story);
        Facts {
            first_name: story * NAMES,
            town: name(story * NAMES),
            firm: format!(
                "{} {}",
                name(story * NAMES + 1),
                dice.pick(&["Energy", "Rail", "Airways", "Bank"])
            ),
            people: std::array::from_fn(|i| {
                (dice.pick(&FIRST).to_owned(), name(story * NAMES + 2 + i), dice.pick(&POSTS))
            }),
            dead: 11 + dice.roll(80),
            money: 12 + dice.roll(900),
            day: dice.pick(&DAYS),
        }
    }
}

/// The report of one outlet, of about so many bytes; `/news/00012/outlet-3.md` is the third outlet's on the twelfth story.
pub fn article(story: usize, teller: usize, bytes: usize) -> Arc<Article> {
    let (path, text) = (format!("/news/{story:05}/outlet-{teller}.md"), text(story, teller, bytes));
    Arc::new(Article::from_text(&path, &text, &Meta::default()))
}

/// The text of that report.
pub fn text(story: usize, teller: usize, bytes: usize) -> String {
    let facts = Facts::of(story);
    let mut dice = Dice::of(story * TELLERS + teller + 1_000_003);
    let mut text = format!(
        "---\nsource: Outlet {teller}\ndate: 2025-03-{:02}\ntitle: At least {} dead in {}\n---\n",
        1 + story % 28,
        facts.dead + usize::from(teller == 3),
        facts.town
    );
    let front_matter = text.len();
    while text.len() < front_matter + bytes {
        text.push('\n');
        for _ in 0..2 + dice.roll(2) {
            sentence(&mut text, &facts, teller, &mut dice);
        }
        text.push('\n');
    }
    text
}

fn sentence(text: &mut String, facts: &Facts, teller: usize, dice: &mut Dice) {
    let Facts { first_name, town, firm, people, dead, money, day } = facts;
    let (first, last, post) = &people[dice.roll(people.len())];
    let dead = dead + usize::from(teller == 3);
    let (some, more, thing) = (40 + dice.roll(900), 2 + dice.roll(50), dice.pick(&THINGS));
    let (street, other_day) = (name(first_name + 6 + dice.roll(NAMES - 6)), dice.pick(&DAYS));
    let written = match dice.roll(16) {
        0 => format!("At least {dead} people were killed and {some} injured in {town} on {day}, the {post} said. "),
        1 => format!("“We have never seen anything like it,” said {first} {last}, the {post} of {town}. "),
        2 => format!("About {some},{more:02}0 {thing} near {street} Street were still without power on {other_day}. "),
        3 => format!("{firm} said its net profit fell {more} percent to ${money}.{} million in the third quarter. ", more % 10),
        4 => format!("According to {last}, between {more} and {some} {thing} will have to be moved by the end of the month. "),
        5 => format!("The court sentenced {first} {last}, {}, to {more} months in prison for fraud last year. ", 20 + more),
        6 => "Officials who asked not to be named told reporters that the cause was not yet known. ".to_owned(),
        7 => format!("{last} added that the river had risen by {some} centimetres within {more} hours. "),
        8 => format!("The minister denied that {some} {thing} had been sent to the border before the talks began. "),
        9 => format!("“The first {more} {thing} are ready,” {last} told the parliament. “The rest will follow in June.” "),
        10 => format!("Shares in {firm} closed {}.{} percent lower, their worst day since 12 March 2020. ", more % 9, some % 10),
        11 => format!("The home side won 3-{} in front of {some},000 people, and {last} scored twice after the break. ", more % 3),
        12 => "Nobody at the ministry could be reached for comment, and the company did not answer its telephone. ".to_owned(),
        13 => format!("Roads around {street} and {town} stayed closed while crews cleared trees, mud and broken glass. "),
        14 => format!("Of the {some} {thing}, {more} are new, and several hundred more are expected before winter, he said. "),
        _ => format!("She said that the aid, worth {money} million euros, had been agreed on {other_day} after two days of talks. "),
    };
    text.write_str(&written).expect("a string takes all");
}
