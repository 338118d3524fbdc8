//! Speakers that stand behind conjunctions, asides and relative clauses, and sayings that open no sentence.

use super::{by, said};

#[test]
fn a_clause_behind_a_conjunction_has_its_own_subject() {
    said(
        "Shares fell a day after the regulator in Oslo said it would sue.",
        "the regulator in Oslo: it would sue",
    );
    said("The orders came as rangers said that a slope could give way.", "rangers: a slope could give way");
    said("It comes after Ms Doyle said she would stay.", "Doyle: she would stay");
    said("After the match Ruiz said he was tired.", "Ruiz: he was tired");
    said("After a paper said the roof leaked, 300 fans left.", "a paper: the roof leaked");
    by("After a paper reported that the roof leaked, 300 fans left.", "300", "");
    said("Since Monday nurses said they were tired.", "nurses: they were tired");
}

#[test]
fn a_relative_clause_belongs_to_the_noun_before_it() {
    said("He was praised by the mayor, who said he would call.", "the mayor: he would call");
    said(
        "Anna Roe, a member of the panel that held hearings, said no law was broken.",
        "Anna Roe: no law was broken",
    );
    said("Clerks who asked not to be named said that 12 crates had gone.", "Clerks: 12 crates had gone");
    said("She wrote to Porter, who on Friday said the plan was dead.", "Porter: the plan was dead");
    said(
        "The paper told Lee that fares the firm sets would rise.",
        "The paper: fares the firm sets would rise",
    );
}

#[test]
fn days_are_no_part_of_the_speaker() {
    said("\u{201c}It is shut,\u{201d} said Gustav last month.", "Gustav: \u{201c}It is shut,\u{201d}");
    said(
        "\u{201c}It is shut,\u{201d} said a senior port official Monday evening.",
        "a senior port official: \u{201c}It is shut,\u{201d}",
    );
    said("Mr Tillman yesterday said talks had failed.", "Tillman: talks had failed");
    said("Zahid said on Tuesday Kim's horse had died.", "Zahid: Kim's horse had died");
    said("The lab said earlier this year that the drug had failed.", "The lab: the drug had failed");
    said("Last Monday the lab said the drug had failed.", "the lab: the drug had failed");
}

#[test]
fn a_month_can_be_a_surname() {
    said("Trade will grow, Mrs May said.", "May: Trade will grow");
    said("Ruth April told the court that she was ill.", "Ruth April: she was ill");
    said(
        "\u{201c}We won,\u{201d} said Erin June, who coaches the side.",
        "Erin June: \u{201c}We won,\u{201d}",
    );
    said("The bank said in May that rates would fall.", "The bank: rates would fall");
}

#[test]
fn subjects_of_several_parts() {
    said("The firm and a union both said the mill had shut.", "The firm and a union: the mill had shut");
    said(
        "The mill has shut, a lawyer involved and two clerks told the Globe.",
        "a lawyer: The mill has shut",
    );
    said(
        "The mill has shut, acting spokesman Mark Tully said.",
        "acting spokesman Mark Tully: The mill has shut",
    );
    said("\u{201c}It rained,\u{201d} said de Vries.", "de Vries: \u{201c}It rained,\u{201d}");
    said("Omar Diallo, the young chemist, hopes he has found a cure.", "Omar Diallo: ?he has found a cure");
}

#[test]
fn the_saying_stands_behind_its_opener() {
    said("But, he said, it would take time.", "he: it would take time");
    said("Rosa said, like many nurses, she had left.", "Rosa: like many nurses, she had left");
    said("The bureau said that, of 90 wells, 40 were dry.", "The bureau: of 90 wells, 40 were dry");
    said("The chain, citing weak demand, said it would close.", "The chain: it would close");
    said(
        "He said the club was committed to a sale, but insisted guarantees must be given.",
        "He: the club was committed to a sale | He: guarantees must be given",
    );
}

#[test]
fn nouns_of_saying_and_their_clauses() {
    said("Mayors have expressed fears that floods could return.", ": ?floods could return");
    said("Fans had hopes that were soon dashed.", "");
    said("The clerk told Lee that hopes were fading.", "The clerk: hopes were fading");
    said("There was speculation that the coach would quit.", ": ?the coach would quit");
    said("The sect claimed responsibility for the raid, which came at dawn.", "");
}

#[test]
fn orders_and_hearings() {
    said("The envoy told the mayor to free the men.", "The envoy: to free the men");
    said("The judge heard that Roe had left at noon.", ": Roe had left at noon");
    said("The court was told the girl, who is 12, is ill.", ": the girl, who is 12, is ill");
}
