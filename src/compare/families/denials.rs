//! What one speaker says is so and another says is not.

use super::{must_be_silent, must_speak};
use crate::compare::Code::ClaimDenied;

/// A claim and the answer to it, in one article.
#[test]
fn answered_at_once() {
    must_speak(
        ClaimDenied,
        &[
            &["The union says shifts are being cut to punish strikers. The brewery says that isn't so."],
            &["A neighbor said deputies waited an hour outside. The sheriff said that was not true."],
            &["Parents said the bus had no seat belts. The district said the claim was not accurate."],
            &["Prosecutors accused Orla Vane of burning the barn. She has pleaded not guilty."],
            &["Detectives suspect that Hugh Tarn moved the safe. Tarn has maintained his innocence."],
            &[
                "A guard told the inquiry he had reported a smell of gas in May. The manager said there was no record of any complaint.",
            ],
            &["The paper reported that the vault was left open. The bank dismissed the report."],
        ],
    );
}

/// A claim in one article, the denial in another.
#[test]
fn answered_elsewhere() {
    must_speak(
        ClaimDenied,
        &[
            &[
                "Two cleaners had warned a manager on Friday that a valve in the boiler room was leaking, the union said.",
                "No leak in the boiler room was reported to management on Friday, the laundry said.",
            ],
            &[
                "Kestrel is in talks on a sale of its ferries arm, two bankers said.",
                "Asked about a report that the ferries arm was for sale, Kestrel's spokesman said: “There are no talks.”",
            ],
            &[
                "Opposition leaders spoke of forged ballots in the harbor wards.",
                "Observers found no evidence for claims by opposition leaders of forged ballots.",
            ],
            &[
                "The army said its infantry had entered Varna Mill on Monday and raised the flag.",
                "Reports that Varna Mill has been taken are false, the ministry said.",
            ],
            &[
                "The senator met the lobbyist at the lodge in June, the filing says.",
                "The senator denied having met the lobbyist at the lodge.",
            ],
            &[
                "Nurses told the chief of the errors in the ward a year ago, their lawyer said.",
                "The chief denied that nurses had told him of errors in the ward.",
            ],
        ],
    );
}

/// What looks like an answer to a claim and is none.
#[test]
fn no_answers() {
    must_be_silent(
        ClaimDenied,
        &[
            // A decision, an opinion, a ruling.
            &[
                "The airline proposed a wage freeze. Mechanics have rejected the airline's proposal for a wage freeze.",
            ],
            &["Fans said the manager should go. The chairman did not think the manager should go."],
            &["Hill claimed damages for the fall. A district court dismissed Hill's claim."],
            &["Critics said he should step in. The minister rejected suggestions that he should step in."],
            // The same speaker, or a quotation that points at itself.
            &["“I have no idea what this allegation is about. It is false,” Dana Moss said."],
            &[
                "My job is to run the port, Cole said.",
                "“My job is not to run the town, my job is to run the port,” Cole said.",
            ],
            // It changed in between.
            &[
                "No arrests had been made as of noon on Saturday, police said.",
                "Police arrested a man on Saturday evening.",
            ],
            // Both deny.
            &[
                "The company denied a report that it was negotiating the sale of its mill.",
                "Asked about a sale of the mill, the company said no negotiations are under way.",
            ],
            // Someone keeps quiet.
            &["Police said the driver fled.", "Police do not know why the driver fled."],
            &[
                "The president did not deny reports of troops at the border. Troops are at the border, the general said.",
            ],
            // Other people, places, times.
            &[
                "Drivers who did not pay the toll were fined.",
                "Drivers paid the toll on Monday, the operator said.",
            ],
            &["The river was high in the south. In the north this was not the case."],
            &["The choir sang in Ulm. It was not the first time the choir sang in Jena."],
            &["The bridge is not only old but narrow.", "The bridge is old, the mayor said."],
            &["If the dam does not hold, the valley floods.", "The dam will hold, the engineer said."],
            &["The judge denied bail to the two men.", "The two men posted bail in May."],
        ],
    );
}
