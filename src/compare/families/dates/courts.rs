//! Days of what happens once to somebody or something: arrests, hearings, sentences, burials, votes, deadlines, openings.

use super::super::{must_be_silent, must_speak};
use crate::compare::Code::DateConflict;

/// Arrests, charges, hearings, trials and sentences.
#[test]
fn courts() {
    must_speak(
        DateConflict,
        &[
            &[
                "A man suspected of killing Hugh Tate in Kelso was arrested on Saturday, police said. Owen Lasker, 29, will appear in court.",
                "Owen Lasker was picked up on Sunday in Galashiels, after two nights in a barn. He is accused of killing Hugh Tate in Kelso.",
            ],
            &[
                "Owen Lasker, 29, will appear in court on Wednesday charged with the murder of Hugh Tate.",
                "Owen Lasker, charged with the murder of Hugh Tate, is due in court on Thursday.",
            ],
            &[
                "Lasker's next hearing is on March 14.",
                "The next hearing in the case of Owen Lasker is set for March 24. Lasker denies murder.",
            ],
            &[
                "The surgeon Maya Renn was jailed for three years at Leeds Crown Court on Thursday.",
                "At Leeds Crown Court on Friday the surgeon Maya Renn was sentenced to three years in prison.",
            ],
            &[
                "Jurors will hear opening statements on 11 June in the trial of the broker Abel Stone.",
                "The trial of the broker Abel Stone opens on 17 June.",
            ],
            &[
                "Police said Lasker was taken into custody Saturday night without incident.",
                "Owen Lasker was arrested Friday night, police said.",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            &[
                "Owen Lasker was arrested on Saturday.",
                "Owen Lasker was charged on Sunday and will appear in court on Tuesday.",
            ],
            &[
                "Owen Lasker appeared in court on Friday.",
                "Owen Lasker will appear in court again on 14 March.",
            ],
            &["Maya Renn was convicted on 2 February.", "Maya Renn was sentenced on Friday."],
            &[
                "The trial of Abel Stone began on 6 February.",
                "The trial of Abel Stone heard from two bankers on Friday.",
            ],
            &[
                "Police arrested a man of 24 over the murder of Hugh Tate on Saturday.",
                "Police arrested a woman of 31 over the murder of Hugh Tate on Sunday.",
            ],
            &[
                "Three guards at the Dalton jail have been charged over the February 9 incident.",
                "A guard at the Dalton jail was charged on Sunday with perjury.",
            ],
            &[
                "Roy Hobbs has admitted killing Anne Shore on 3 April 2023.",
                "Roy Hobbs confessed to killing Anne Shore four days later, when police called at his home.",
            ],
            &[
                "The hearing was put back from 12 March to 19 March, lawyers for Abel Stone said.",
                "Abel Stone will be back in court on 12 March.",
            ],
            &[
                "Four men were arrested on Thursday in raids in Ghent.",
                "Two more men were arrested in Ghent on Saturday.",
            ],
            &[
                "Abel Stone was released on bail on Tuesday.",
                "Abel Stone was released by the agency's players on Thursday in a statement.",
            ],
        ],
    );
}

/// Funerals, votes, deadlines, openings, closures.
#[test]
fn dates_to_come() {
    must_speak(
        DateConflict,
        &[
            &[
                "The funeral of Hugh Tate will be held on Friday at St Anne's in Kelso.",
                "Hugh Tate will be buried on Saturday after a service at St Anne's in Kelso.",
            ],
            &[
                "The last session at the Penmar baths is on Sunday 31 March.",
                "The Penmar baths will close after a last session on March 24.",
            ],
            &[
                "Norsal said the plant in Ulm would close on 30 June, with the loss of 400 jobs.",
                "The plant in Ulm will shut on 31 July, Norsal said.",
            ],
            &[
                "Councillors will vote on the Oakhurst stadium on 12 March.",
                "The Oakhurst council is to vote on the stadium on 21 March.",
            ],
            &[
                "The new bridge at Varna opens to traffic on 2 May.",
                "The new bridge at Varna will open on 12 May, the ministry said.",
            ],
            &[
                "The Orion probe is to be launched on 8 June from Kourou.",
                "The launch of the Orion probe from Kourou is planned for 18 June.",
            ],
            &[
                "The band will play the final of the Aurora contest on 11 May in Malmo.",
                "The final of the Aurora contest is on 18 May in Malmo.",
            ],
            &[
                "Early voting in the Harlan County sheriff's race starts on April 8.",
                "Early voting in the race for Harlan County sheriff begins on April 18.",
            ],
            &[
                "Layoffs at the Brandt mill begin on April 5, the company said.",
                "The layoffs at the Brandt mill start on April 15, according to a notice.",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            &[
                "A vigil for Hugh Tate will be held on Friday in Kelso.",
                "The funeral of Hugh Tate will be held on Saturday in Kelso.",
            ],
            &[
                "Nominations for the Harlan council open on 11 March.",
                "Nominations for the Harlan council close on 21 March.",
            ],
            &["Tickets for the Aurora final go on sale on 11 March.", "The Aurora final is on 18 May."],
            &["The Dunmore fair runs from 3 May to 6 May.", "The Dunmore fair is on 5 May."],
            &["The Dunmore fair opens on 3 May.", "The Dunmore fair ends on 6 May."],
            &[
                "Norsal will close its plant in Ulm on 30 June.",
                "Norsal will close its plant in Graz on 31 July.",
            ],
            &[
                "Councillors will vote on the stadium on 12 March.",
                "Councillors will vote on the budget on 21 March.",
            ],
            &[
                "The bridge at Varna was to open on 2 May but the date has slipped.",
                "The bridge at Varna will open on 12 May.",
            ],
            &["The minister will visit Oslo on Tuesday.", "The minister will visit Bergen on Wednesday."],
            &["The Lions play Hull on Saturday.", "The Lions play Derby on Sunday."],
            &["The survey ran from 2 January to 9 January.", "The survey was published on 1 March."],
            &[
                "Bids for the Ulm plant are due by 10 March.",
                "The sale of the Ulm plant is to be completed by 30 June.",
            ],
            &[
                "The premier intends to notify Brussels of her plan to leave by the end of March.",
                "The country is to leave on 29 March 2025.",
            ],
            &["The 2012 games were held in London.", "The 2016 games were held in Rio."],
            &[
                "The first round of the election in Chile is on 14 April.",
                "The second round of the election in Chile is on 12 May.",
            ],
        ],
    );
}

/// Battles and business, deaths and births, discoveries.
#[test]
fn other_news() {
    must_speak(
        DateConflict,
        &[
            &[
                "The poet Elsa Brandt died on Thursday at her home in Graz.",
                "Elsa Brandt, the poet, died on Wednesday in Graz, her publisher said.",
            ],
            &[
                "The poet Elsa Brandt was born in Graz on 12 May 1941.",
                "Elsa Brandt was born on 21 May 1941 in Graz.",
            ],
            &[
                "The regulator fined Nordbank 4 million euros on Tuesday over its controls.",
                "On Thursday the regulator fined Nordbank 4 million euros over its controls.",
            ],
            &[
                "The comet Aldous was discovered in August 2019 by Rosa Lund.",
                "Rosa Lund discovered the comet Aldous in October 2019.",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            &[
                "The army captured the village of Orel on Friday.",
                "The army captured the village of Lesk on Saturday.",
            ],
            &[
                "Elsa Brandt died on Thursday. Her husband had died on 3 May 2011.",
                "The death of Elsa Brandt was announced on Friday.",
            ],
            &["Piet Kok resigned on Tuesday.", "Norsal said on Wednesday that Piet Kok had resigned."],
            &["Norsal's chairman resigned on Tuesday.", "Norsal's lawyer resigned on Thursday."],
            &["Nordbank was fined in 2019.", "Nordbank was fined in 2021 and again this week."],
            &["The Tigers beat Orford 3-1 on Friday.", "The Tigers beat Lund 2-0 on Sunday."],
            &[
                "Parliament in Riga passed the media law on Thursday at first reading.",
                "Parliament in Riga passed the media law at second reading on Friday.",
            ],
            &["Shares in Norsal rose 3 percent on Tuesday.", "Shares in Norsal rose 3 percent on Thursday."],
            &[
                "date: 2024-03-01\nThe inquest into the death of Elsa Brandt opened on Friday.",
                "date: 2024-03-06\nThe inquest into the death of Elsa Brandt resumed on Tuesday.",
            ],
            &["The minister met union leaders on Monday.", "The minister met union leaders on Friday."],
            &[
                "date: 2024-03-01\nPolice said on Friday that two men had been questioned in Ghent.",
                "date: 2024-03-05\nPolice said on Tuesday that two men had been questioned in Ghent.",
            ],
            &[
                "A year after the Lodi shooting, a memorial was unveiled on 3 March.",
                "The Lodi shooting on 2 March last year killed five.",
            ],
        ],
    );
}
