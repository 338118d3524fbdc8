//! Indirect speech: cues, speakers and what is said.

use super::{by, said};

#[test]
fn the_subject_stands_before_its_verb() {
    said("The court said the ban was unlawful.", "The court: the ban was unlawful");
    said(
        "Judge Maria Torres ruled early but said that 12 men would be freed.",
        "Maria Torres: 12 men would be freed",
    );
    said("On Tuesday the airline said it would cut 400 flights.", "the airline: it would cut 400 flights");
    said("The airline said on Tuesday it would cut 400 flights.", "The airline: it would cut 400 flights");
    said(
        "The airline said in a statement that it would cut 400 flights.",
        "The airline: it would cut 400 flights",
    );
    said("Analyst Hugo Lindqvist at Nordbank said profit would halve.", "Hugo Lindqvist: profit would halve");
    said("Karen Whitfield, who runs the mill, said 30 jobs would go.", "Karen Whitfield: 30 jobs would go");
    said("Karen Whitfield, 51, a nurse, said four wards were shut.", "Karen Whitfield: four wards were shut");
    said(
        "The club's coach, Paul Marchetti, said two players were hurt.",
        "Paul Marchetti: two players were hurt",
    );
}

#[test]
fn the_speaker_comes_last() {
    said("Four wards were shut, the hospital said.", "the hospital: Four wards were shut");
    said(
        "Four wards were shut, said Karen Whitfield, the head nurse.",
        "Karen Whitfield: Four wards were shut",
    );
    said("Four wards were shut, according to the hospital.", "the hospital: Four wards were shut");
    said("According to the hospital, four wards were shut.", "the hospital: four wards were shut");
    said(
        "Six people drowned, officials said on Sunday, as the storm moved east.",
        "officials: Six people drowned",
    );
}

#[test]
fn more_than_one_speaker_in_a_sentence() {
    said(
        "The mine said 12 men were safe, and the union said nine were not.",
        "The mine: 12 men were safe | the union: nine were not",
    );
    said(
        "Prosecutors said he took $4 million and added that he hid it.",
        "Prosecutors: he took $4 million | Prosecutors: he hid it",
    );
    said(
        "While the army said 30 rebels died, villagers said six did.",
        "the army: 30 rebels died | villagers: six did",
    );
}

#[test]
fn other_cues() {
    said("By the union's count, 600 workers walked out.", "the union: 600 workers walked out");
    said("The Met Office put the wind at 90 miles an hour.", "Met Office: the wind at 90 miles an hour");
    said("It was reported that six horses had died.", ": six horses had died");
    said("The judge spoke of 14 breaches.", "The judge: 14 breaches");
    said(
        "Anna Keller was quoted as saying that two sites were closed.",
        "Anna Keller: two sites were closed",
    );
    said("The coach told the club two players were injured.", "The coach: two players were injured");
    said("Police closed the road, saying three bridges were weak.", "Police: three bridges were weak");
    said(
        "The survey found that 62 percent of voters were undecided.",
        "The survey: 62 percent of voters were undecided",
    );
    said(
        "Voters heard the minister's claim that 900 homes were built.",
        "the minister: 900 homes were built",
    );
    said("She went home.", "");
}

#[test]
fn figures_and_their_speakers() {
    by("The airline reported a loss of $45 million.", "$45 million", "The airline");
    by("The airline lost $45 million.", "$45 million", "");
    by(
        "Turnout was 61 percent, the electoral commission said on Monday.",
        "61 percent",
        "the electoral commission",
    );
    by("Turnout was 61 percent. The electoral commission said it was low.", "61 percent", "");
    by("The vaccine cut deaths by 40 percent, according to the study.", "40 percent", "the study");
    by("“There were 300 of us,” said Maria Torres, 34, a teacher.", "300", "Maria Torres");
    by("“There were 300 of us,” said Maria Torres, 34, a teacher.", "34", "");
    by("Three goals, the coach said, were one too few.", "Three", "the coach");
    by("The ministry has promised each farmer €2,000.", "€2,000", "The ministry");
    by("The ministry expects 2,000 arrivals.", "2,000", "The ministry");
    by("Rivals dismissed the figure of 2,000 as invented.", "2,000", "Rivals");
    by("The city has 2,000 buses, and its mayor says 300 are old.", "2,000", "");
    by("The city has 2,000 buses, and its mayor says 300 are old.", "300", "its mayor");
    by("If the ministry says 12 are dead, it is guessing.", "12", "");
    by("Did the ministry say 12 were dead?", "12", "");
    by("The ministry may say that 12 are dead.", "12", "");
    by("The fire burned 40 acres; firefighters said 12 homes were lost.", "40", "");
    by(
        "Six crew were saved, the coast guard said, and a search for two others went on.",
        "Six",
        "the coast guard",
    );
}

#[test]
fn a_semicolon_before_a_clause_of_the_writer_ends_what_is_said() {
    said("“The lift is safe,” she said; nine others took the stairs.", "she: “The lift is safe,”");
    said("She said “nobody fell”; nine others took the stairs.", "She: “nobody fell”");
    said("The dam held, the engineer said; 300 people fled.", "the engineer: The dam held");
    said("The chain said it would shut two shops; its shares fell.", "The chain: it would shut two shops");
    said(
        "Medics said 12 players fell ill; another 30 were tested.",
        "Medics: 12 players fell ill; another 30 were tested",
    );
    said(
        "Medics said 12 players fell ill; five were in hospital.",
        "Medics: 12 players fell ill; five were in hospital",
    );
    said(
        "The judge said the trial was over; the jury had failed to agree.",
        "The judge: the trial was over; the jury had failed to agree",
    );
    said(
        "The bureau says rents rose; that pay fell; and that debts grew.",
        "The bureau: rents rose; that pay fell; and that debts grew",
    );
}

#[test]
fn by_somebodys_own_count() {
    said("By its own account the zoo holds 420 birds.", "the zoo: the zoo holds 420 birds");
    by("The party has five seats and, by the clerk's count, 40 rivals.", "five", "");
    by("The party has five seats and, by the clerk's count, 40 rivals.", "40", "the clerk");
}

#[test]
fn what_the_writer_goes_on_with_is_not_said() {
    said("Governor Ana Ruiz conceded defeat after her party lost 14 seats.", "");
    said(
        "The airline announced a loss of $3 million as passengers stayed away.",
        "The airline: a loss of $3 million",
    );
    said(
        "The airline said traffic fell as fuel prices rose.",
        "The airline: traffic fell as fuel prices rose",
    );
    said("The mayor said as many as 300 were missing.", "The mayor: as many as 300 were missing");
    said("Rangers said the day after the storm 40 hikers were found.", "Rangers: 40 hikers were found");
    said("The clinic said it would appeal and closed two wards.", "The clinic: it would appeal");
    said("The judge said Brown had lied, and jailed him for a year.", "The judge: Brown had lied");
    said(
        "The clinic said it had lost two nurses and closed a ward.",
        "The clinic: it had lost two nurses and closed a ward",
    );
}

#[test]
fn sources_behind_sources() {
    said(
        "According to an audit, seen by the Globe, $4 million is missing.",
        "an audit: $4 million is missing",
    );
    by(
        "Analysts had expected a profit of $3 million, according to a Kestrel poll.",
        "$3 million",
        "a Kestrel poll",
    );
}

#[test]
fn sentences_with_there() {
    said("Police said there were 12 victims.", "Police: there were 12 victims");
    said(
        "The minister insisted there are no more than 50 cases.",
        "The minister: there are no more than 50 cases",
    );
    said("Rangers warned there was ice on the pass.", "Rangers: there was ice on the pass");
}

#[test]
fn verbs_that_end_the_sentence() {
    said(
        "\u{201c}The talks have failed,\u{201d} the statement read.",
        "the statement: \u{201c}The talks have failed,\u{201d}",
    );
    said(
        "\u{201c}The work is on time,\u{201d} the letter added.",
        "the letter: \u{201c}The work is on time,\u{201d}",
    );
    said("She read the letter in court.", "");
    said("The nurse read 12 letters aloud.", "");
}

#[test]
fn only_what_was_said_is_rejected() {
    said("Members rejected the pay deal by 54% to 46%.", "");
    said("The board rejected a \u{20ac}4 million offer and dismissed 40 clerks.", "");
    said("The club rejected claims that 40 fans were hurt.", "The club: !claims that 40 fans were hurt");
    said("The mayor dismissed the idea of a toll.", "The mayor: !the idea of a toll");
}

#[test]
fn adverbials_that_open_what_is_said() {
    said(
        "In a statement, Dana Rowe said since the flood in May, trade had halved.",
        "Dana Rowe: since the flood in May, trade had halved",
    );
    said("The firm said on Monday it had lost $3 million.", "The firm: it had lost $3 million");
    said(
        "According to a report seen by the Globe, 12 trucks are missing.",
        "a report: 12 trucks are missing",
    );
}

#[test]
fn names_quotes_and_clauses_inside_subjects() {
    said("The plan is sound, Rita Lind, a lawyer in Graz told the Globe.", "Rita Lind: The plan is sound");
    said(
        "Then Gates said, \u{201c}Hear me out,\u{201d} and called for a vote.",
        "Gates: \u{201c}Hear me out,\u{201d}",
    );
    said(
        "The firm cut its outlook after sales fell and said it would close two mills.",
        "The firm: it would close two mills",
    );
    said(
        "The fund estimates that claims for damage will cost $9 million.",
        "The fund: ?claims for damage will cost $9 million",
    );
    said("Officials who asked not to be named have left.", "");
    said("Lee said that: and said Ana.", "Lee: Ana");
}
