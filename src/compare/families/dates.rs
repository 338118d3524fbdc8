//! The day and the hour of one happening, told by two outlets, in the text and under a picture.

use super::{must_be_silent, must_speak};
use crate::compare::Code::DateConflict;

mod ahead;
mod courts;
mod earlier;
mod incidents;

/// A picture of what an incident left, under the wrong day.
#[test]
fn captions() {
    must_speak(
        DateConflict,
        &[
            &[
                "A man was shot dead outside the Lantern Club in Harlow late on Sunday, police said.\n\nNobody was arrested.\n\nPHOTO: Officers guard the door of the Lantern Club on Saturday night. (Paper 1)",
            ],
            &[
                "Two lorries collided on the A9 near Kelby on Saturday morning. Both drivers walked away.\n\nPHOTO: Crews clear the wreckage near Kelby on Friday. (Paper 1)",
            ],
            &[
                "Fire tore through a furniture store in Dunmore on Sunday afternoon.\n\nThe roof fell in.\n\nPHOTO: Firefighters hose the ruins of the store on Thursday evening. (Paper 1)",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            // Crews stay for days.
            &[
                "Fire tore through a furniture store in Dunmore on Saturday afternoon.\n\nThe roof fell in.\n\nPHOTO: Firefighters hose the ruins of the store on Sunday. (Paper 1)",
            ],
            // The night runs over midnight.
            &[
                "A man was shot dead outside the Lantern Club in Harlow early on Sunday, police said.\n\nPHOTO: Officers guard the door of the Lantern Club on Saturday night. (Paper 1)",
            ],
            // Another incident, which the text tells too.
            &[
                "A man was shot dead in Harlow on Sunday, police said. On Friday a woman had been hurt there.\n\nPHOTO: Officers search a garden in Harlow on Friday. (Paper 1)",
            ],
            &[
                "A man was shot dead in Harlow on Sunday, police said.\n\nPHOTO: Officers at a parade in Harlow on Friday. File photo.",
            ],
            // What the picture shows is not of the incident.
            &[
                "Two lorries collided on the A9 near Kelby on Saturday morning.\n\nPHOTO: The choir sings in Kelby on Friday. (Paper 1)",
            ],
            &[
                "The council voted to close the baths on Saturday.\n\nPHOTO: Police outside the town hall on Friday. (Paper 1)",
            ],
        ],
    );
}

/// Bodies are found once.
#[test]
fn recoveries() {
    must_speak(
        DateConflict,
        &[
            &[
                "The body of a hillwalker was recovered from Loch Arden at about 8.40pm on Saturday.",
                "A hillwalker who went missing was named as Iain Rennie. Divers recovered his body from Loch Arden early on Sunday.",
            ],
            &[
                "The body of the missing angler Tom Reed was found off Vigo on Thursday.",
                "Coastguards found the body of the angler Tom Reed off Vigo on Friday.",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            &[
                "The body of a hillwalker was recovered from Loch Arden late on Saturday.",
                "Divers recovered the hillwalker's body from Loch Arden early on Sunday.",
            ],
            &[
                "The body of Tom Reed was found off Vigo on Thursday.",
                "The body of Ann Lee was found off Vigo on Friday.",
            ],
            &[
                "The angler Tom Reed drowned off Vigo on Thursday.",
                "The body of the angler Tom Reed was found off Vigo on Friday.",
            ],
            &[
                "The bodies of two anglers were found off Vigo on Thursday.",
                "The body of the third angler was found off Vigo on Friday.",
            ],
            &[
                "Workers found a body in the mill on Thursday.",
                "Another body was found in the mill on Friday.",
            ],
        ],
    );
}

/// Fires, storms and floods take hold, tear and sweep.
#[test]
fn what_disasters_do() {
    must_speak(
        DateConflict,
        &[
            &[
                "Fire took hold of a cottage on Mill Lane in Corwen early on Friday. Ann Lee, 40, died.",
                "The fire on Mill Lane in Corwen broke out early on Saturday, the fire service said. Ann Lee died.",
            ],
            &[
                "A blast ripped through the Norsal plant in Vigo on Wednesday.",
                "The explosion at the Norsal plant in Vigo was on Thursday, the firm said.",
            ],
            &[
                "A landslide swept away four houses in Almeda on Tuesday.",
                "The landslide struck Almeda on Thursday, officials in Almeda said. Rescuers came from Vigo.",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            &[
                "A blast ripped through the Norsal plant in Vigo on Wednesday.",
                "Protests over the blast at the Norsal plant swept Vigo on Thursday.",
            ],
            &[
                "Fire destroyed the Corwen mill on Friday.",
                "The Corwen mill was destroyed by fire. The owner destroyed the papers on Saturday.",
            ],
            &["A storm tore through Almeda on Tuesday.", "A storm tore through Vigo on Thursday."],
            &[
                "Fire destroyed the Corwen mill on Friday.",
                "The fire at the Corwen mill was put out on Saturday.",
            ],
        ],
    );
}

/// One happening on two days, in courts, trade and at festivals.
#[test]
fn one_happening_on_two_days() {
    must_speak(
        DateConflict,
        &[
            &[
                "Judge Helen Marsh sentenced Colin Wragg to six years on Tuesday.",
                "Colin Wragg was sentenced to six years by Judge Helen Marsh on Thursday.",
            ],
            &[
                "Norsal recalled its Brillo kettle on 20 February over a faulty lid.",
                "Norsal recalled the Brillo kettle over its lid on 26 February.",
            ],
            &[
                "The Dunmore Harp Festival will open on 7 June with a concert by Ana Sol.",
                "The Dunmore Harp Festival will open with Ana Sol on 17 June.",
            ],
        ],
    );
}

/// A date whose weekday is wrong clashes without it, and an undated note may have been written later than its last date.
#[test]
fn notes_without_a_day() {
    assert_eq!(
        crate::compare::testing::told(
            DateConflict,
            &[
                "Fire took hold of a cottage on Mill Lane in Corwen early on Friday. Ann Lee, 40, died.",
                "Crews were called to a fire on Mill Lane in Corwen at 3.20am on Friday, 2 March 2024. Ann Lee died.",
            ],
        ),
        "1:“Friday” 2:“2 March 2024”"
    );
}

/// Hours that run over midnight, days of what came before and after, sessions of one court, dates that modify a noun.
#[test]
fn days_of_something_else() {
    must_be_silent(
        DateConflict,
        &[
            &[
                "The warehouse in Kelby burned in the early hours of Sunday.",
                "The warehouse in Kelby burned late on Saturday.",
            ],
            &["The Lions beat the Bears on Saturday.", "The Lions will play the Bears on Sunday."],
            &[
                "The firm recalled the kettle on Monday.",
                "The firm said on Tuesday it had recalled the kettle.",
            ],
            &["Colin Wragg was arrested on Monday.", "Colin Wragg was charged on Wednesday."],
            &["Ann Lee died on Monday.", "Ann Lee will be buried on Friday."],
            &[
                "The court heard Colin Wragg on Monday and again on Tuesday.",
                "The court heard Colin Wragg on Tuesday.",
            ],
            &[
                "The festival in Dunmore opened on Friday.",
                "The second stage of the festival in Dunmore opened on Saturday.",
            ],
            &[
                "The reporter obtained the minister's 2015 tax return.",
                "The reporter had obtained pages of the minister's 2005 tax return.",
            ],
            &[
                "The singer Ana Sol was shot on 3 March in Vigo.",
                "The claim that the singer Ana Sol faked it was shot down by police at a Wednesday briefing in Vigo.",
            ],
            // Words spoken on another day than that of the paper.
            &[
                "Five died in the attack on the bridge on Friday.",
                "Five died in the attack on the bridge. “We grieve for those who died in the attack yesterday,” the mayor wrote.",
            ],
            &[
                "Five died in the attack on the bridge on Wednesday. Khal Mund lived in Vigo.",
                "The attack killed five. Police raided the flat of Khal Mund in Vigo on Thursday.",
            ],
        ],
    );
}
