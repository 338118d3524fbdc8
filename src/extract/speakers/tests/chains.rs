//! Who told whom.

use super::by;

#[test]
fn the_innermost_speaker_comes_first() {
    by("Nordic Radio reported that officials said 12 bridges were shut.", "12", "officials < Nordic Radio");
    by(
        "Nordic Radio reported on Friday, citing two officials, that 12 bridges were shut.",
        "12",
        "two officials < Nordic Radio",
    );
    by(
        "Twelve bridges were shut, Nordic Radio reported, citing officials.",
        "Twelve",
        "officials < Nordic Radio",
    );
}

#[test]
fn headlines_name_their_speakers() {
    by("Mayor: 12 streets still closed\n\nThe mayor said so on Friday.", "12", "Mayor");
    by("Flood latest: 12 streets still closed\n\nThe road is shut.", "12", "");
}
