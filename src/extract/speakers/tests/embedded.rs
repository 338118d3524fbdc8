//! Sayings inside other clauses, without their speaker, or told by prepositions and nouns.

use super::{by, said};

#[test]
fn a_relative_clause_ends_before_the_main_verb() {
    said(
        "A merger that analysts say could be worth $3 billion was signed on Monday.",
        "analysts: could be worth $3 billion",
    );
    said("Coach Pia Holm, who has said she will not stay, won the cup.", "Pia Holm: she will not stay");
    by("The ban, which the agency says is needed for 12 towns, hurt 40 firms.", "12", "the agency");
    by("The ban, which the agency says is needed for 12 towns, hurt 40 firms.", "40", "");
    by("He met officials who said the lock, built for 12 ships, was safe.", "12", "officials");
}

#[test]
fn passives_name_their_speaker_behind_by_or_not_at_all() {
    said("The family was told the girl had been found.", ": the girl had been found");
    said("He was told by the owner that dogs were banned.", "the owner: dogs were banned");
    said("Voters were assured that taxes would not rise.", ": taxes would not rise");
    said("A rise of 2 percent is expected by the bank.", "the bank: ?A rise of 2 percent");
    said("The jury heard that he left.", ": he left");
    said("The crowd heard that song twice.", "");
}

#[test]
fn accusations() {
    said("Police accused the clerk of stealing $400.", "Police: stealing $400");
    said("The clerk is accused of stealing $400.", ": stealing $400");
    said("The clerk was accused by prosecutors of stealing $400.", "prosecutors: stealing $400");
    said("Lee denied stealing the money.", "Lee: !stealing the money");
}

#[test]
fn one_saying_told_by_another() {
    said(
        "Holm told the board on Tuesday that she would resign, the Gazette reported.",
        "Gazette: Holm told the board on Tuesday that she would resign | Holm < Gazette: she would resign",
    );
}

#[test]
fn nouns_of_saying_without_an_owner() {
    said("There are fears that 30 miners are trapped.", ": ?30 miners are trapped");
    said("Warnings that the river would burst its banks went unheeded.", ": the river would burst its banks");
    said("The allegation that the goalkeeper lied was dropped.", ": the goalkeeper lied");
    said("The airline said in a statement that it was broke.", "The airline: it was broke");
    said("The minister rejected claims that 40 had died.", "The minister: !claims that 40 had died");
}

#[test]
fn verbs_with_a_particle_or_an_infinitive() {
    said("Critics have pointed out that the dam is old.", "Critics: the dam is old");
    said("The union made it clear that it would strike.", "The union: it would strike");
    said("The ministry urged residents to leave.", "The ministry: to leave");
    said("The high court ruled that the law was void.", "The high court: the law was void");
    said(
        "Researchers found that 40 percent of the reef had died.",
        "Researchers: 40 percent of the reef had died",
    );
    said("The chef made that soup for 12 guests.", "");
}

#[test]
fn views_and_words() {
    said("In the opinion of the court, the law is void.", "the court: the law is void");
    said("The race is lost, in the words of its founder.", "its founder: The race is lost");
    by("The gap, on the agency's figures, is 200,000 tonnes.", "200,000 tonnes", "");
    said(
        "Last year, according to the fund, 40 countries raised taxes.",
        "the fund: 40 countries raised taxes",
    );
    said("Asked whether he would run, the mayor shrugged.", "");
}

#[test]
fn a_name_and_a_colon_before_a_quotation() {
    said(
        "The coach: “We were beaten by four better men.”",
        "The coach: “We were beaten by four better men.”",
    );
    said("She had one wish: “peace”.", "");
}
