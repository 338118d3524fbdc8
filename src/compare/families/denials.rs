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

/// Words that negate and yet say that something is so, or say it of something else.
#[test]
fn no_negations() {
    must_be_silent(
        ClaimDenied,
        &[
            &[
                "The tariff is nothing more than a tax on bread, the baker said.",
                "The tariff is a tax on bread, the minister said.",
            ],
            &[
                "The levee is nothing but a heap of sand, Roux said.",
                "The levee is a heap of sand, Vidal said.",
            ],
            &["The tremor was nothing short of a disaster.", "The tremor was a disaster, the mayor said."],
            &[
                "The plant not only leaked oil into the creek but hid the leak.",
                "The plant leaked oil into the creek, divers said.",
            ],
            &[
                "The trawler carried no more than six deckhands out of Brest.",
                "The trawler carried six deckhands out of Brest.",
            ],
            &[
                "The clinic treated no fewer than 40 children for burns in Split.",
                "The clinic treated 40 children for burns in Split.",
            ],
            &[
                "She said she regretted that it was not a full inquiry into the ferry disaster.",
                "The cabinet ordered an inquiry into the ferry disaster.",
            ],
            &[
                "The striker scored no less than four goals in the cup final against Ajax.",
                "The striker scored four goals in the cup final against Ajax.",
            ],
            &[
                "There is no doubt the keeper touched the ball outside the box, the referee said.",
                "The keeper touched the ball outside the box, replays showed.",
            ],
            &[
                "A crane fell on a tram in Lodz and killed the driver. No one else was hurt.",
                "A crane fell on a tram in Lodz, and a driver was hurt.",
            ],
            &[
                "A gas stove blew up in Arles and burned a cook. No other staff were burned in the blast.",
                "A cook was burned in the blast of a gas stove in Arles, with no other staff there.",
            ],
            &[
                "This is not the time for a strike at the docks of Genoa, the envoy said.",
                "Dockers called a strike at the docks of Genoa.",
            ],
            // Of the same thing another side; something new.
            &["The treasurer read the accounts to the members. This has never happened before, she said."],
            &["Ruiz said the parish opened a shelter in the mill. Its kitchen was not opened to guests."],
            &["An usher said two brothers met at the rink. They had never met their coach."],
            &[
                "No other bank in Malta had raised its mortgage rates.",
                "The Valletta bank in Malta had raised its mortgage rates.",
            ],
        ],
    );
}

/// Offers, rights and bare refusals are turned down or withheld, not denied.
#[test]
fn nothing_claimed() {
    must_be_silent(
        ClaimDenied,
        &[
            &[
                "The panel recommended a new trial. The governor rejected the recommendation.",
                "The panel recommended a new trial in the governor's case.",
            ],
            &["Rolf Aune bid $9 million for the mill. The owners rejected the bid for the mill."],
            &["The referee denied the visitors a penalty. The visitors were given a penalty in March."],
            &["Guards denied the reporters access to the camp.", "Reporters were given access to the camp."],
            &[
                "The consulate denied the pianist a visa.",
                "The pianist got a visa from the consulate in 2011.",
            ],
            &[
                "Lab chiefs could not confirm that the flu strain reached Turku.",
                "The flu strain reached Turku.",
            ],
            &[
                "Vane declined to say whether the fund sold its shares in Orbel.",
                "The fund sold its shares in Orbel.",
            ],
            &[
                "The striker was ruled out of the final in Porto as a knee injury lingered.",
                "The striker played in the final in Porto with a knee injury.",
            ],
            &[
                "Divers did not rule out sabotage as the cause of the pipeline blast off Gotland.",
                "A diver said sabotage was the cause of the pipeline blast off Gotland.",
            ],
            &[
                "Did the senator not meet the lobbyist at the lodge?",
                "The senator met the lobbyist at the lodge.",
            ],
            &[
                "If the senator did not meet the lobbyist at the lodge, who did?",
                "The senator met the lobbyist at the lodge.",
            ],
            &[
                "The court denied a motion to move the trial to Elko.",
                "The lawyers filed a motion to move the trial to Elko.",
            ],
            &[
                "Turnout was 41 percent, not 44 percent as in the last election in Graz.",
                "Turnout was 41 percent in the election in Graz.",
            ],
            &[
                "The probe will not land on the comet before May, engineers said.",
                "The probe landed on the comet in June, engineers said.",
            ],
            &[
                "The warden did not want the inmates to paint the chapel.",
                "The inmates painted the chapel in April.",
            ],
            &[
                "“I have no doubt that the glacier will calve,” the guide said.",
                "“I have no doubt that the glacier will calve,” the guide said on Monday.",
            ],
        ],
    );
}

/// Denials in varied words.
#[test]
fn in_other_words() {
    must_speak(
        ClaimDenied,
        &[
            &[
                "Officers said Pell was using his phone at the wheel.",
                "Pell was not on his phone at the wheel, his lawyer said.",
            ],
            &[
                "Divers said there was a crack in the hull of the ferry.",
                "There was no crack in the hull of the ferry, the owner said.",
            ],
            &[
                "A rival claimed that Moreau paid two runners to drop out of the race.",
                "Moreau denied that he had paid any runners to drop out of the race.",
            ],
            &[
                "The minister knew of the leak at the reactor, an aide said.",
                "The minister knew nothing of the leak at the reactor, her office said.",
            ],
            &[
                "The paper reported that the bank was selling its branches in Peru.",
                "The bank's chairman dismissed the claim that it was selling its branches in Peru.",
            ],
            &[
                "Growers said the dam had released water at night.",
                "It is false that the dam released water at night, the operator said.",
            ],
            &[
                "A tabloid wrote that the singer had slapped a waiter in Nice.",
                "Claims that the singer slapped a waiter in Nice are untrue, her agent said.",
            ],
            &[
                "Farmers said the factory dumped dye in the river at Tolna.",
                "The factory never dumped dye in the river at Tolna, its director said.",
            ],
            &[
                "Villagers blamed arson for the forest fire near Leiria.",
                "Investigators ruled out arson as the cause of the forest fire near Leiria.",
            ],
            &[
                "The abbot sold a painted altar to a dealer in Ghent, the paper wrote.",
                "It is not true that the abbot sold a painted altar to a dealer in Ghent, the order said.",
            ],
            &[
                "The pilot had asked for a runway inspection, his union said.",
                "The pilot did not ask for a runway inspection, the tower said.",
            ],
            &[
                "The candidate took money from a casino owner, her opponent said.",
                "The candidate said she had taken no money from any casino owner.",
            ],
            &[
                "Parents said the coach knew of the bullying in the locker room.",
                "The coach was not aware of any bullying in the locker room, his lawyer said.",
            ],
            &[
                "Scientists said the vaccine had caused fever in monkeys.",
                "None of the monkeys had a fever caused by the vaccine, the maker said.",
            ],
            &[
                "Strikers said guards had beaten a welder at the gate.",
                "No welder was beaten by guards at the gate, the shipyard said.",
            ],
        ],
    );
}

/// What is said of a claim behind who says it, and claims without ground.
#[test]
fn said_of_a_claim() {
    must_speak(
        ClaimDenied,
        &[
            &[
                "A former clerk said the mayor had shredded the water bills. City spokesman Paul Anders said the claim was false.",
            ],
            &[
                "The union said the foreman had locked the fire doors. Plant manager Rosa Lind said the allegation was absurd.",
            ],
            &[
                "A rider told stewards that the keeper let the horse out. The keeper's lawyer said no such thing happened.",
            ],
            &[
                "The minister sold the island to a dredging firm, the paper wrote.",
                "There was no truth in the report that the minister sold the island to a dredging firm, her office said.",
            ],
            &["Rowers said the cox had been paid to lose. The club said there was no basis for that."],
        ],
    );
    must_be_silent(
        ClaimDenied,
        &[
            &[
                "The sculptor said the figures in the yard were absurd. The mayor said the price of the bronze was false economy.",
            ],
            &["The ferry left at noon. There was no truth left in the old timetable, the captain said."],
            &["The choir sang in the crypt. No such concert had been given in Bergen."],
            &["The novel tells of a bank raid. The critic said the story was pure invention."],
            &["A dancer tripped on the stairs of the opera. Her fans thought it was a little bogus."],
            &[
                "The coach said the keeper had torn a muscle. The club said that the first X-ray was incorrect.",
            ],
            &[
                "The fair shows robots that pour tea. The robots that were once science fiction sell well, a dealer said.",
            ],
            &["The clinic lost the files of a donor. A lawyer said it was erroneous to name the donor."],
            &[
                "We have heard words spoken on the radio by the pilots. Any assertion that a warning was ignored is false, the airline said.",
            ],
            &[
                "A tanker spilled oil off the cape in May. Most sailors fear the reef at night. But in most years this is not true.",
            ],
            &[
                "The state has taken no steps to mend the dyke, the auditor said. No such steps are planned, the governor said.",
            ],
            &[
                "The merger has no merit for small savers, the broker said.",
                "The merger went through in May.",
            ],
        ],
    );
}

/// The same deed with the other sign, whoever speaks: the speaker is `I`, there is none of it, nobody was told to.
#[test]
fn one_deed_with_both_signs() {
    must_speak(
        ClaimDenied,
        &[
            &[
                "Treasurer Ada Quill has resigned over the missing raffle money, the secretary said.",
                "“I have not resigned,” Ada Quill said at her door.",
            ],
            &[
                "Captain Bo Ferrand had instructed deckhands to dump the ballast off Brest, a cook testified.",
                "The ferry line said its captain “never told anyone to dump anything” off Brest.",
            ],
            &[
                "date: 2024-05-06\nNorlake is to shut its mill in Harven next year, a union letter says.",
                "date: 2024-05-07\nNorlake has no plans to shut the Harven mill, its director said.",
            ],
            &[
                "The hospice in Tarn ran out of morphine on Sunday, nurses said.",
                "The trust said there had been no shortage of morphine at the hospice in Tarn.",
            ],
            &[
                "date: 2024-05-06\nRuth Amory is in advanced talks to sell the Calder Theatre to a chain from Leeds, three sources said.",
                "date: 2024-05-07\n“There are no talks,” said the owner, Ruth Amory, when she was asked about a sale of the theatre to a chain from Leeds.",
            ],
            &[
                "Guards at the arena turned away a fan in a wheelchair, her brother said.",
                "“We did not turn away Mina Tolle,” arena manager Hal Brun said.",
            ],
            &[
                "A coach driver had abandoned a pensioner at a motorway café, her niece said.",
                "The coach firm insisted that the pensioner was never abandoned at the motorway café.",
            ],
        ],
    );
}

/// A claim that the rejecting sentence, or the one that tells who speaks, names itself.
#[test]
fn named_beside_its_rejection() {
    must_speak(
        ClaimDenied,
        &[
            &[
                "Growers say the dairy had tipped curdled whey into the canal at Ostrow.",
                "“That is false,” dairy owner Jan Wilk said of the allegation that the firm tipped curdled whey into the canal.",
            ],
            &[
                "The tenor will leave the opera in Graz in June, the paper wrote.",
                "“It's not true. I love it here,” said Emil Horn when he rang the station about reports that the tenor will leave the opera in Graz.",
            ],
        ],
    );
}

/// What has another sign and is no answer.
#[test]
fn no_answers_of_few_words() {
    must_be_silent(
        ClaimDenied,
        &[
            // Another thing is denied.
            &["Hugo Brandt was at the villa that night, a neighbour said.", "Hugo Brandt denies murder."],
            &[
                "Larchwood is recalling 9,000 heaters since a fuse can melt.",
                "Larchwood president Ida Holt denied that layoffs are planned after the recall of the heaters.",
            ],
            &[
                "Milo Renn admitted setting the barn fires, police said.",
                "Milo Renn was denied bail on Monday.",
            ],
            &[
                "“We did not violate any rules,” the club said.",
                "Nobody told the club which statute it was said to have violated.",
            ],
            // It changed by then.
            &[
                "date: 2024-05-07\nPolice have not made any arrests over the stolen cello, they said.",
                "date: 2024-05-10\nPolice have arrested two men over the stolen cello.",
            ],
            &[
                "date: 2024-03-07\nThe aquarium has no plans to leave the pier, its director said.",
                "date: 2024-09-19\nThe aquarium is to leave the pier, its director said.",
            ],
            // Nobody was hurt there, somebody elsewhere.
            &[
                "A blaze gutted the cider barn on Saturday. No one was injured.",
                "A volunteer broke a wrist at the cider barn on Tuesday.",
            ],
            &[
                "The warden denied any knowledge of the escape tunnel.",
                "The escape tunnel was 30 metres long, the jail said.",
            ],
            // Asked, supposed, kept quiet.
            &[
                "“I did not speak with the lobbyist,” Ana Bruck said.",
                "“If there is proof that she spoke with the lobbyist, what will you do?” the chair asked.",
            ],
            &[
                "We have not announced the venue, the organisers said.",
                "The organisers announced the venue in Rome.",
            ],
            // What something is, and what there is no reason for.
            &[
                "“It is not a fake painting,” the dealer said.",
                "The dealer sold a fake painting in 2011, the gallery said.",
            ],
            &[
                "There is no reason for the rebels to take part in negotiations, she said.",
                "The rebels took part in negotiations in May.",
            ],
            &[
                "“I have no time to travel,” the mayor said.",
                "The mayor likes to travel by train, people who know him said.",
            ],
            // No comment, and no plan made known.
            &[
                "The firm would not comment on a sale of the mill.",
                "The firm is to sell the mill, brokers said.",
            ],
        ],
    );
}
