use super::*;

#[track_caller]
fn check_nouns(pairs: &[(&str, &str)]) {
    for &(plural, expected) in pairs {
        assert_eq!(singular(plural), expected, "{plural}");
    }
}

#[track_caller]
fn check_verbs(pairs: &[(&str, &str)]) {
    for &(form, expected) in pairs {
        assert_eq!(infinitive(form), expected, "{form}");
    }
}

#[test]
fn regular_plurals() {
    check_nouns(&[("brigades", "brigade"), ("cities", "city"), ("boxes", "box"), ("losses", "loss")]);
    check_nouns(&[("churches", "church"), ("dishes", "dish"), ("houses", "house"), ("votes", "vote")]);
    check_nouns(&[("ties", "tie"), ("days", "day"), ("judges", "judge"), ("causes", "cause")]);
}

#[test]
fn irregular_plurals() {
    check_nouns(&[("men", "man"), ("children", "child"), ("fishermen", "fisherman"), ("crises", "crisis")]);
    check_nouns(&[("people", "person"), ("knives", "knife"), ("aircraft", "aircraft"), ("viruses", "virus")]);
}

#[test]
fn singulars_stay() {
    check_nouns(&[
        ("bus", "bus"),
        ("class", "class"),
        ("crisis", "crisis"),
        ("police", "police"),
        ("gas", "gas"),
    ]);
    check_nouns(&[("women", "woman"), ("omen", "omen"), ("", ""), ("s", "s"), ("é", "é")]);
}

#[test]
fn irregular_verbs_and_auxiliaries() {
    check_verbs(&[
        ("said", "say"),
        ("went", "go"),
        ("were", "be"),
        ("has", "have"),
        ("sank", "sink"),
        ("shot", "shoot"),
    ]);
    check_verbs(&[("wo", "will"), ("cannot", "can"), ("told", "tell"), ("held", "hold"), ("dying", "die")]);
}

#[test]
fn regular_verbs() {
    check_verbs(&[
        ("killed", "kill"),
        ("stopped", "stop"),
        ("tried", "try"),
        ("died", "die"),
        ("missing", "miss"),
    ]);
    check_verbs(&[("controlled", "control"), ("calling", "call"), ("says", "say"), ("watches", "watch")]);
    check_verbs(&[
        ("asked", "ask"),
        ("reported", "report"),
        ("added", "add"),
        ("ordered", "order"),
        ("visited", "visit"),
    ]);
    check_verbs(&[
        ("rained", "rain"),
        ("needed", "need"),
        ("opened", "open"),
        ("happened", "happen"),
        ("allowed", "allow"),
    ]);
}

#[test]
fn verbs_that_lost_an_e() {
    check_verbs(&[("moved", "move"), ("causing", "cause"), ("charged", "charge"), ("settled", "settle")]);
    check_verbs(&[
        ("created", "create"),
        ("injured", "injure"),
        ("accused", "accuse"),
        ("announced", "announce"),
    ]);
    check_verbs(&[("named", "name"), ("used", "use"), ("wounded", "wound"), ("estimated", "estimate")]);
    check_verbs(&[("fired", "fire"), ("hired", "hire"), ("described", "describe"), ("promised", "promise")]);
    check_verbs(&[
        ("increased", "increase"),
        ("released", "release"),
        ("acquired", "acquire"),
        ("decided", "decide"),
    ]);
}
