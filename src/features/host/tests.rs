//! What is known after any edits is what a host that starts afresh would know.

use proptest::prelude::*;

use super::*;
use crate::extract;
use crate::text::{Article, Meta};

/// Reports on a landslide and a trial, by outlets that disagree.
const REPORTS: [&str; 6] = [
    "---\nsource: Alpine Wire\ndate: 2025-06-03\n---\nAt least 14 people were killed when a landslide buried the village of Orvello on Monday, Mayor Livia Sartori said.\n\nAbout 620 homes near Orvello lost power. “We have never seen so much mud in one night,” said Sartori, 51. The road will stay shut for 12 days.\n\nThe state will pay 3.5 million euros (4.1 million dollars) in aid, of which 2 million is for roads.\n",
    "---\nsource: Valley Post\ndate: 2025-06-03\n---\nA landslide killed 17 people in Orvello on Sunday, police chief Marco Brenn said. Mayor Livia Sartori, 53, asked for help.\n\nSome 260 homes lost power. “We have never seen so much water in one night,” Sartori said. The government denied that a warning had been ignored.\n\nAid of 5.3 million euros is planned. A woman of 61 was found dead at 48 Mill Street at 9:40 p.m. on Sunday and taken to Trella General Hospital. Linden Heights was cleared.\n",
    "---\nsource: Radio Nord\ndate: 2025-06-04\n---\nThe landslide in Orvello on Monday killed 17 people, among them four children, Livia Sartory said. A warning had been ignored, residents said.\n\nFire chief Marco Brenn said 620 homes were without power and 90 people had been taken to hospital in Trella. A woman was found dead at 84 Mill Street at 9:10 p.m. on Monday and taken to Trella Memorial Hospital. Linden Ridge was cleared.\n",
    "The landslide on Monday in Orvello killed about 14 people and hurt 90, said Marco Brenn, chief of police. Rescuers dug through 12 metres of mud.\n",
    "---\nsource: Court Report\ndate: 2025-05-20\n---\nThe court in Trella sentenced banker Edda Holm, 44, to seven years in prison on Tuesday for fraud of $240 million.\n\n“I did not take a cent of that money,” Holm told the court. She denied having deceived 1,150 savers.\n",
    "---\nsource: Market Daily\ndate: 2025-05-20\n---\nEdda Holm, 47, must go to prison for nine years, the court in Trella ruled on Wednesday. The banker deceived 1,510 savers and took $420 million.\n\n“I did take a cent of that money,” Holm told the court.\n",
];

/// What is typed.
const TYPED: [&str; 25] = [
    "e",
    " ",
    "7",
    ".",
    "\n\n",
    " not",
    " about 300 homes",
    " Livia Sartori",
    " Marco Brenn said",
    "“",
    "”",
    " on Friday",
    " Eight people died.",
    "ü",
    " at least",
    " allegedly",
    "\n\n# Seventeen dead\n\n",
    " of 1,150",
    " in Trella",
    " at 9 p.m.",
    " Deputy Mayor",
    " at 48 Mill Lane",
    " near Linden Ridge",
    " The trial was put off until Friday.",
    " The woman was found dead on Saturday.",
];

/// An edit: which article, where in it, how many letters are taken out, and what is put in.
type Step = (usize, usize, usize, usize);

fn reading(article: usize, text: &str) -> Arc<Reading> {
    let path = format!("/desk/{article}.md");
    Arc::new(extract::read(Arc::new(Article::from_text(&path, text, &Meta::default()))))
}

fn edit(text: &mut String, at: usize, taken: usize, typed: &str) {
    let starts: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let from = at % starts.len();
    let to = (from + taken).min(starts.len() - 1);
    text.replace_range(starts[from]..starts[to], typed);
}

/// All that an analysis says, in the order of the articles.
fn told(analysis: &Analysis) -> Vec<String> {
    let stories = analysis.in_order().into_iter().map(|number| analysis.story(number));
    stories
        .map(|c| {
            let paths: Vec<_> = c.story.readings.iter().map(|r| r.article.path.clone()).collect();
            let cast = (&c.story.entities, &c.story.entity_of, &c.story.witness);
            format!("{paths:?}\n{cast:?}\n{:#?}\n{:#?}\n{:#?}", c.relations, c.groups, c.findings)
        })
        .collect()
}

/// Holds what is known against a fresh start after each edit of an article that is asked about; the others' are edited unseen.
fn check(steps: &[Step], asked: &[usize]) -> Result<(), TestCaseError> {
    let mut texts = REPORTS.map(str::to_owned);
    let mut host = AnalysisHost::default();
    for (i, text) in texts.iter().enumerate() {
        host.replace(reading(i, text));
    }
    host.analysis();
    for &(article, at, taken, typed) in steps {
        let article = article % texts.len();
        edit(&mut texts[article], at, taken, TYPED[typed % TYPED.len()]);
        host.replace(reading(article, &texts[article]));
        if !asked.contains(&article) {
            host.analysis();
            continue;
        }
        let mut fresh = AnalysisHost::default();
        for (i, text) in texts.iter().enumerate() {
            fresh.replace(reading(i, text));
        }
        prop_assert_eq!(told(&host.analysis()), told(&fresh.analysis()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Typing here and there leads to what reading all from scratch leads to.
    #[test]
    fn typing_leads_to_what_starting_afresh_does(
        steps in prop::collection::vec((0usize..6, 0usize..900, 0usize..4, 0usize..TYPED.len()), 1..10)
    ) {
        check(&steps, &[0, 1, 2, 3, 4, 5])?;
    }

    /// So does typing where nobody looks.
    #[test]
    fn typing_unseen_leads_to_what_starting_afresh_does(
        steps in prop::collection::vec((0usize..4, 0usize..900, 0usize..4, 0usize..TYPED.len()), 4..14)
    ) {
        check(&steps, &[0])?;
    }

    /// So does typing inside quotation marks and at them.
    #[test]
    fn typing_in_quotations_leads_to_what_starting_afresh_does(
        steps in prop::collection::vec((0usize..6, 0usize..60, 0usize..9, 0usize..TYPED.len()), 3..12)
    ) {
        let marks = REPORTS.map(|report| report.chars().position(|c| c == '“').unwrap_or(0));
        let steps: Vec<Step> = steps
            .into_iter()
            .map(|(article, at, taken, typed)| (article, marks[article] + at, taken, typed))
            .collect();
        check(&steps, &[0, 1, 2, 3, 4, 5])?;
    }

    /// So does typing in two articles of a story in turn, and taking it back again.
    #[test]
    fn typing_in_turn_leads_to_what_starting_afresh_does(
        at in (0usize..400, 0usize..400), typed in prop::collection::vec(0usize..TYPED.len(), 1..5)
    ) {
        let typed = typed.into_iter().zip([(1, at.0), (2, at.1)].into_iter().cycle());
        let typed: Vec<Step> = typed.map(|(typed, (article, at))| (article, at, 0, typed)).collect();
        let back = typed.iter().rev().map(|&(article, at, _, typed)| {
            (article, at, TYPED[typed].chars().count() + 1, 0)
        });
        let steps: Vec<Step> = typed.iter().copied().chain(back).collect();
        check(&steps, &[1, 2])?;
    }

    /// So does typing on in one place, as people do.
    #[test]
    fn typing_on_leads_to_what_starting_afresh_does(
        article in 0usize..6, at in 0usize..900, typed in prop::collection::vec(0usize..TYPED.len(), 1..12)
    ) {
        let mut place = at;
        let steps: Vec<Step> = typed.into_iter().map(|typed| {
            let step = (article, place, 0, typed);
            place += TYPED[typed].chars().count();
            step
        }).collect();
        check(&steps, &[article])?;
    }
}
