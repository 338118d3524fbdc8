//! The day of an accident, a crime or a disaster, as two outlets tell it.

use super::super::{must_be_silent, must_speak};
use crate::compare::Code::DateConflict;

/// The day in the lead of one article against that of the other.
#[test]
fn the_day_in_the_lead() {
    must_speak(
        DateConflict,
        &[
            &[
                "A cyclist was killed when a lorry turned across her path in Hadley on Saturday morning.\n\nPetra Vane, 41, died at the scene on Corn Street, Hadley police said.",
                "Petra Vane had ridden Corn Street in Hadley for twenty years before a lorry struck and killed her on Friday morning.\n\nHadley police are appealing for witnesses.",
            ],
            &[
                "Neighbours have raised 9,000 pounds for a couple whose flat in Weir Lane, Orsett, was destroyed by fire on Saturday morning.\n\nThe Orsett brigade sent six engines.",
                "An elderly couple escaped when fire tore through their flat in Weir Lane, Orsett, in the early hours of Sunday.\n\nThe Orsett brigade said a heater was to blame.",
            ],
            &[
                "At least nine miners died when a shaft collapsed at the Berezin pit near Torsk on Thursday.\n\nThe Torsk region declared a day of mourning.",
                "TORSK, March 4 (Wire) - Rescuers searched on Monday for four men missing since the collapse of a shaft at the Berezin pit near Torsk on Friday.",
            ],
            &[
                "The chemical plant at Delmas exploded on Wednesday afternoon, shattering windows a mile away. The Delmas fire chief, Rita Coe, said the tank had been inspected in May.",
                "Rita Coe, the fire chief of Delmas, said the tank that blew up on Thursday afternoon had been inspected in May. The explosion at Delmas hurt twelve.",
            ],
            &[
                "A small plane came down in a field near Ostrava on Saturday, killing the pilot, Jan Kubat.",
                "The pilot Jan Kubat was killed when his plane crashed in a field near Ostrava on Sunday afternoon.",
            ],
            &[
                "Thieves broke into the Lund gallery in Aarhus on Thursday night and took two drawings by Kirsten Holm.",
                "Two drawings by Kirsten Holm were stolen from the Lund gallery in Aarhus on Friday night, police said.",
            ],
            &[
                "A man was shot dead on Perry Avenue early Sunday, Dalton police said.\n\nLuis Ortega, 27, died at Dalton General.",
                "Luis Ortega, 27, was shot on Perry Avenue in Dalton early Saturday, police said. He died at Dalton General.",
            ],
            &[
                "A second climber has died after Saturday's wall collapse at the Adler hut near Kolm, the Kolm rescue service said.\n\nPHOTO: Rubble at the Adler hut on Friday evening. (Paper 1)",
            ],
            &[
                "One man is dead and two other people are in hospital after a shooting outside the Lamb in Corbridge early on Sunday.\n\nNobody was held.\n\nPHOTO: Police tape at the doors of the Lamb early on Saturday. (Paper 1)",
            ],
            &[
                "The river Tarn burst its banks at Millau on Friday, flooding 300 homes. The mayor of Millau, Anne Roux, asked for help.",
                "Millau was flooded on Saturday when the Tarn broke its banks. Anne Roux, the mayor of Millau, said 300 homes were under water.",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            // The day on which the sequel came.
            &[
                "A cyclist was killed by a lorry in Hadley on Friday morning. Petra Vane, 41, died at the scene.",
                "Friends of Petra Vane held a vigil in Hadley on Saturday for the cyclist killed by a lorry.",
            ],
            &[
                "Thieves broke into the Lund gallery in Aarhus on Thursday night.",
                "The theft at the Lund gallery in Aarhus was discovered on Friday by a cleaner, police said.",
            ],
            &[
                "A man was stabbed at the Red Hart in Kelso on Sunday evening.",
                "A man stabbed at the Red Hart in Kelso died on Monday, police said.",
            ],
            // The night may be told by either of its days.
            &[
                "A fire destroyed a flat in Weir Lane, Orsett, overnight from Saturday to Sunday.",
                "A flat in Weir Lane, Orsett, was destroyed by fire on Saturday.",
            ],
            &[
                "Luis Ortega was shot on Perry Avenue in Dalton on Saturday night.",
                "Luis Ortega was shot on Perry Avenue in Dalton shortly after midnight on Sunday.",
            ],
            &[
                "Luis Ortega was shot on Perry Avenue in Dalton on Saturday.",
                "The shooting of Luis Ortega on Perry Avenue in Dalton happened at about 12:40 a.m. Sunday.",
            ],
            // Another happening of the kind, elsewhere.
            &[
                "A bomb killed nine at a market in Quetta on Monday, officials said. The army blamed the Tarik group.",
                "A bomb killed thirty at a shrine in Sukkur on Thursday. The army blamed the Tarik group, which also bombed a market in Quetta.",
            ],
            &[
                "The Sarn militia attacked the airfield east of Kharut early on Sunday. Guards fought it off, Radio Kharut said.",
                "Radio Kharut said the Sarn militia had been driven from the airfield.\n\nNobody slept in the suburbs, a teacher said.\n\nSmoke hung over the ring road.\n\nOn Wednesday nine people were killed when a bomber struck the tax office in the heart of Kharut.",
            ],
            // Told as it went on, on two of its days.
            &[
                "Floods in the Tarn valley closed the school at Millau on Friday.",
                "Floods in the Tarn valley closed the bridge at Millau on Saturday.",
            ],
            &[
                "Police searched the Orsett canal for the knife on Saturday.",
                "Police searched the Orsett canal for the knife again on Sunday.",
            ],
        ],
    );
}

/// A caption, a headline or a box against the text, of one article or of two.
#[test]
fn captions_and_the_text() {
    must_speak(
        DateConflict,
        &[
            &[
                "Two people were hurt when a tram left the rails in Basel on Thursday.\n\nService was restored by evening.\n\nPHOTO: The tram that derailed in Basel on Wednesday. (Paper 1)",
            ],
            &[
                "Gunfire at the Blue Note bar in Tyler killed one man early Sunday, police said.\n\nFour people were hurt.\n\nPHOTO: Police tape blocks the door of the Blue Note early on Saturday. (KXYZ)",
            ],
            &[
                "A landslide buried a chapel at Vals on Friday.\n\nPHOTO: Rescuers at the scene of the landslide in Vals on Tuesday. (Agency)",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            &[
                "Two people were hurt when a tram left the rails in Basel on Wednesday.\n\nPHOTO: Workers lift the tram that derailed in Basel, on Thursday. (Paper 1)",
            ],
            &[
                "Gunfire at the Blue Note bar in Tyler killed one man early Sunday, police said.\n\nPHOTO: Police tape blocks the door of the Blue Note on Sunday morning. (KXYZ)",
            ],
            &[
                "Gunfire at the Blue Note bar in Tyler killed one man on Sunday.\n\nPHOTO: Mourners leave flowers outside the Blue Note on Monday. (KXYZ)",
            ],
        ],
    );
}

/// The hour of an incident.
#[test]
fn hours() {
    must_speak(
        DateConflict,
        &[
            &[
                "Luis Ortega, 27, was shot at about 2:30 a.m. on Sunday outside the Blue Note in Tyler, police said.",
                "Tyler police were called to the Blue Note at about 1:30 a.m. Sunday. Luis Ortega, 27, died.",
            ],
            &[
                "The Tarn came over its bank at Millau at 4:20 in the morning on Friday, when bakers were at work.",
                "The Tarn overflowed its banks at Millau at 2:20 a.m. on Friday after a night of rain.",
            ],
            &[
                "The tanker caught fire off Brest at 0540 GMT on Sunday, the coast guard at Brest said.",
                "The fire aboard the tanker off Brest broke out at 0840 GMT on Sunday, the coast guard at Brest said.",
            ],
            &[
                "The magnitude-6 quake struck at 11:07 a.m. near Arica, the survey said.",
                "The quake near Arica hit at 11:37 a.m., the survey said.",
            ],
            &[
                "The bus left the road near Jalna at around 6:15 p.m. on Saturday, killing five.",
                "The bus crash near Jalna that killed five happened at about 8:15 p.m. on Saturday.",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            &[
                "Luis Ortega was shot at about 2:30 a.m. on Sunday outside the Blue Note in Tyler.",
                "Luis Ortega, shot outside the Blue Note in Tyler, was pronounced dead at 3:10 a.m. on Sunday.",
            ],
            &[
                "Firefighters were called to the mill at Colne at 3.40am.",
                "The fire service was called to the mill at Colne at 03.41.",
            ],
            &["Polls in Malta opened at 7 a.m. on Saturday.", "Polls in Malta close at 10 p.m. on Saturday."],
            &[
                "The tanker caught fire off Brest at 0540 GMT on Sunday.",
                "The fire aboard the tanker off Brest was out by 0840 GMT on Sunday.",
            ],
            &[
                "The balloonist Fyodor Lisin took off from Kazan at 8:15 a.m.",
                "On an earlier flight the balloonist Fyodor Lisin took off from Perth at 6:40 a.m. local time on August 3.",
            ],
            &[
                "The rocket lifted off from Kourou at 2:20 p.m. local time.",
                "The rocket lifted off from Kourou at 6:20 p.m. in Paris.",
            ],
            &[
                "The shop in Hale was robbed shortly before 5 p.m. on Friday.",
                "Robbers burst into the shop in Hale as it was closing, at around 5:10 p.m. on Friday.",
            ],
        ],
    );
}

/// An earlier happening of the kind, told as background.
#[test]
fn background() {
    must_speak(
        DateConflict,
        &[
            &[
                "Nobody had been murdered in Lodi since May 2019, when a farmer was stabbed behind the Elks hall.",
                "Lodi had seen no murder since 2017, when a farmer was stabbed behind the Elks hall in Lodi.",
            ],
            &[
                "Bella Marsh was elected to the Corwen council in 2015.",
                "Bella Marsh, who was elected to the Corwen council in 2011, will stand down.",
            ],
            &[
                "The Tolbert bridge opened in 1932 and was closed to lorries in 2019.",
                "The Tolbert bridge, opened in 1934, has been closed to lorries for years.",
            ],
            &[
                "Judge Ann Coyle was appointed to the bench by President Ford in 2013.",
                "President Ford appointed Judge Ann Coyle to the bench in 2012.",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            &[
                "A fire killed three in Mill Row, Askham, on Saturday. Two brothers died in a fire there in 2018.",
                "A fire killed three in Mill Row, Askham, on Saturday. Two people died in a fire at the Askham hotel in 2016.",
            ],
            &[
                "The club won the Harcourt Cup in 1996.",
                "The club, which won the Harcourt Cup in 1986 and 1996, is for sale.",
            ],
            &[
                "There were fires in Mill Row, Askham, in 2011 and 2018.",
                "A fire in Mill Row, Askham, killed two people in 2016.",
            ],
            &[
                "Storm Edda killed forty people in Tomsk in 2009.",
                "Storm Lars killed forty people in Tomsk in 2011.",
            ],
            &[
                "Bella Marsh was elected to the Corwen council in 2011.",
                "Bella Marsh, first elected to the Corwen council in 2011, was re-elected in 2015.",
            ],
            &[
                "The treaty with Norland was signed on 18 March.",
                "The treaty with Norland was signed on 18 March 2014.",
            ],
            &[
                "The referendum in Norland is set for 21 April.",
                "Norland votes on the river treaty in an April referendum, which Ida Holm campaigned for.",
            ],
            &[
                "Norland's general election is on Wednesday. Ida Holm leads in the polls.",
                "Ida Holm won in Norland. All eyes are now on the Ruritanian presidential election in April.",
            ],
        ],
    );
}
