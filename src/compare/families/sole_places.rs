//! The school, the hospital, the exit: a place of a sort of which each of two reports has one, though their clauses do not meet.

use super::{must_be_silent, must_speak};
use crate::compare::Code::PlaceConflict;

/// One event has one school, one hospital, one exit.
#[test]
fn sole_places() {
    must_speak(
        PlaceConflict,
        &[
            &[
                "Fire tore through the science wing of Larkspur High School on Sunday night. Fire Chief Ana Pruss said a kiln had been left \
                 on. Nobody was in the building, and the Cobden district expects to move 300 pupils to trailers by Thursday.",
                "A kiln set off the blaze that gutted a wing of Dunbar Middle School late Sunday, Fire Chief Ana Pruss said. The Cobden \
                 district wants its 300 pupils back in class, in trailers, by Thursday. The building was empty.",
            ],
            &[
                "Cyclist Theo Marsh, 52, was in serious condition at Rosewell Infirmary on Monday after a van hit him on Quarry Hill. \
                 The van's driver, a plumber, stopped and called an ambulance, Sgt. Ida Brandt said.",
                "Ida Brandt, the sergeant in charge, praised the plumber who stopped his van and held the hand of cyclist Theo Marsh, 52. \
                 Marsh was flown by ambulance helicopter to Holyoke Hospital on Monday with a broken back.",
            ],
            &[
                "A lorry that carried 20 tonnes of beetroot overturned near junction 9 of the ring road on Friday. Driver Pavel Hruby \
                 crawled out of a window. Two lanes were red until dusk, highways officer Moira Tennant said.",
                "Moira Tennant has cleared much off the ring road in her years as a highways officer, but never 20 tonnes of beetroot. \
                 It fell off a lorry by junction 11 on Friday. Driver Pavel Hruby was unhurt and closed his window.",
            ],
            &[
                "The 900 block of Harmon Street was sealed off on Tuesday after a gas leak. Utility worker Joel Anders found a cracked main. \
                 Forty residents waited in a bus, and the Tilden fire department brought tea.",
                "A cracked main sent gas into cellars on Tuesday, the Tilden fire department said. Forty residents sat in a bus while utility \
                 worker Joel Anders dug. Their homes in the 1300 block of Harmon Street were safe by night.",
            ],
            &[
                "Sheep farmer Nell Gow won the ploughing cup on Saturday at the fair in Ferrier Park. It rained, and 4,000 visitors stood in mud. \
                 Judge Rory Main called her furrow the straightest in years.",
                "Mud up to the knee did not stop 4,000 visitors on Saturday. The ploughing cup went to Nell Gow, a sheep farmer, \
                 whose furrow judge Rory Main called straight as a rule. The fair was held in Lindsay Park for the first time.",
            ],
            &[
                "Glassworks owner Vitra Lune will put its new furnace in the Tarn Business Park at Millom, with 150 jobs. Director Karl Esser \
                 said that the furnace would be lit in March.",
                "The 150 jobs that Vitra Lune brings to Millom will be welcome, mayor Ann Sykes said. Director Karl Esser showed plans for the \
                 glass furnace at the Hodbarrow Industrial Estate, to be lit in March.",
            ],
            &[
                "A coach carrying a choir left Route 46 on Saturday and came to rest in a ditch. Conductor Lena Oduya broke a finger. \
                 The choir sang for the ambulance crew, trooper Bill Haskett said.",
                "They sang in the ditch. The choir of Lena Oduya was on its way home on Saturday when the coach slid off Route 64, \
                 trooper Bill Haskett said. The conductor has a broken finger; the ambulance crew got a song.",
            ],
            &[
                "Student Omar Haddad, 19, was last seen at Millgate bus station on Sunday with a red rucksack. His sister Rima asked \
                 people to look in their sheds. Police searched the river.",
                "Rima Haddad has begged for news of her brother Omar, 19, a student. A camera filmed him with a red rucksack at \
                 Millgate railway station on Sunday. Police in boats searched the river.",
            ],
            &[
                "Widow Edna Pruitt, 88, lost her home at 310 Larch Road to a fire on Friday. A candle fell over during the power cut, \
                 fire marshal Troy Beck said. Neighbours have raised $9,000.",
                "Neighbours have raised $9,000 for Edna Pruitt, 88, a widow who lit a candle during Friday's power cut. The fire left nothing of \
                 the house at 346 Larch Road, fire marshal Troy Beck said.",
            ],
        ],
    );
}

/// One event may have two places of a sort, one place two names, and one paper two events.
#[test]
fn places_of_two_parts_of_a_story() {
    must_be_silent(
        PlaceConflict,
        &[
            // The scene and the funeral.
            &[
                "Organist Hugh Payne, 70, collapsed and died during evensong at St Wilfrid's Church on Sunday. Choirmaster Ruth Ames said that \
                 he had played there for forty years.",
                "The funeral of Hugh Payne, the organist who died at 70 during Sunday's evensong, will be held at Holy Cross Church. Choirmaster \
                 Ruth Ames will play, as he did for forty years.",
            ],
            // The patient was moved on.
            &[
                "Climber Jens Falk, 31, was taken to Oppdal Hospital on Monday after a fall from the north face. Rescuer Siri Moe said that he had \
                 hung in his rope for six hours.",
                "Rescuer Siri Moe sat with climber Jens Falk, 31, for six hours as he hung in his rope on Monday. He was taken to \
                 Oppdal Hospital and then flown to Rikard Hospital after his fall.",
            ],
            // Where the detour leads.
            &[
                "The bridge on Route 46 was closed on Monday when a crane struck it. Engineer Paula Dunn said that steel had bent. \
                 School buses will be late all week.",
                "School buses face a detour on Route 19 all week, since a crane bent the steel of the bridge on Monday. Engineer Paula \
                 Dunn has closed it.",
            ],
            // The school of the crime and that to which pupils were brought.
            &[
                "A boiler burst on Tuesday at Larkspur Elementary School. Principal Joan Kerr said that 200 pupils had marched out singing. \
                 A janitor, Bert Lowe, was scalded.",
                "The 200 pupils who marched out singing when a boiler burst on Tuesday were reunited with parents at Dunbar Middle School, \
                 principal Joan Kerr said. Janitor Bert Lowe was scalded.",
            ],
            // A house lies in its block.
            &[
                "Widow Edna Pruitt, 88, lost her home in the 300 block of Larch Road to a fire on Friday. A candle fell over during the power \
                 cut, fire marshal Troy Beck said.",
                "A candle that fell over during Friday's power cut burned down the home of widow Edna Pruitt, 88, at 346 Larch Road, fire \
                 marshal Troy Beck said.",
            ],
            // The article knows the other's street number.
            &[
                "The fire on Friday began at 310 Larch Road, fire marshal Troy Beck said, and spread to 346 Larch Road, the home of Edna Pruitt, 88. \
                 A candle fell over during the power cut.",
                "Edna Pruitt, 88, lost her home at 346 Larch Road on Friday, when a candle fell over during the power cut, \
                 fire marshal Troy Beck said.",
            ],
            // The short form of a name.
            &[
                "Cyclist Theo Marsh, 52, was in serious condition at Rosewell Regional Medical Center on Monday after a van hit him on \
                 Quarry Hill, Sgt. Ida Brandt said.",
                "Theo Marsh, 52, the cyclist whom a van hit on Quarry Hill on Monday, is being treated at Rosewell Regional, Sgt. Ida Brandt said.",
            ],
            // An expert's school is not the story's.
            &[
                "A fungus has killed a third of the elms of Torrance since May, botanist Carl Voss told the council on Monday. The spores \
                 travel on beetles. Saplings from Brightwell School were dead within a week.",
                "Spores on beetles have brought a fungus to the elms of Torrance, the council heard on Monday. Carl Voss, a professor at \
                 Harlow School, said that a third had died since May.",
            ],
            // Two events of one kind that one authority told of.
            &[
                "A pupil of Larkspur High School brought a knife to class on Monday, the Cobden district said. Nobody was hurt.",
                "Rain kept the pupils of Dunbar Middle School indoors for their sports day on Friday, the Cobden district said.",
            ],
            // Where it happened and where the culprit was caught.
            &[
                "A masked man robbed a jeweller's on Monday and left with a tray of rings. Detective Olga Rahn said that he had been chased \
                 through Ferrier Park by a baker.",
                "Detectives arrested a man of 40 in Lindsay Park on Wednesday over Monday's robbery of a jeweller's. Detective Olga Rahn \
                 thanked a baker who had chased him; the tray of rings was found.",
            ],
        ],
    );
}
