//! The year of what an article looks back on, as two outlets tell it.

use super::super::{must_be_silent, must_speak};
use crate::compare::Code::DateConflict;

#[test]
fn years_of_one_thing_that_went_before() {
    must_speak(
        DateConflict,
        &[
            // A thing has one beginning.
            &[
                "The Marden library will close in June, the town of Orsett said. It was built in 1931.",
                "Orsett is to close the Marden library in June. The library was built in 1913 with money from a brewer.",
            ],
            &[
                "The ferry terminal at Skerrow flooded on Sunday. The terminal opened in 1974.",
                "Skerrow's ferry terminal, opened in 1984, was flooded on Sunday.",
            ],
            &[
                "The zoo in Varnholm, founded in 1922, has lost its licence.",
                "Varnholm's zoo has lost its licence. The zoo was founded in 1932 by a sailor.",
            ],
            // What was done to it before.
            &[
                "A crane fell at the Delmas dock on Friday. The crane was last inspected in May 2021, the port of Delmas said.",
                "The crane that fell at Delmas was inspected in 2019, the port said.",
            ],
            &[
                "Judge Ruth Amery let the sale go ahead. Amery was appointed in 2015.",
                "The sale may go ahead, said Ruth Amery. The judge was appointed in 2016.",
            ],
            // An earlier one of its kind.
            &[
                "Four climbers died under an avalanche on the Kolm on Saturday. An avalanche in 2009 killed eleven climbers on the same slope.",
                "The avalanche on the Kolm killed four. It is the worst there since 2011, when eleven climbers were killed.",
            ],
            &[
                "A bus left the road at Torvik on Sunday. Six people died in a crash on Fjord Road in 2016.",
                "The bus overturned at Torvik on Sunday. It is the first such crash since 2014, when a van collided with a lorry on Fjord Road.",
            ],
            &[
                "The measles outbreak in Lindau has reached 30 children. The last outbreak in Lindau was in 2013, when two nurseries shut.",
                "Lindau counts 30 children with measles. In the outbreak of 2010, two nurseries in Lindau were shut.",
            ],
        ],
    );
    must_be_silent(
        DateConflict,
        &[
            // Two beginnings: of the plans and of the doors, of two things.
            &[
                "The Marden library in Orsett will close. It was built in 1931.",
                "The Marden library in Orsett will close. The library opened in 1933.",
            ],
            &[
                "The ferry terminal at Skerrow flooded. The terminal was opened in 1974.",
                "The ferry terminal at Skerrow flooded. The hotel beside it opened in 1984.",
            ],
            // An article that knows of both.
            &[
                "The crane at Delmas was inspected in 2019.",
                "The crane at Delmas was inspected in 2021. It had passed an earlier test in 2019.",
            ],
            // One person, two arrests; two persons.
            &[
                "Police in Kelso arrested Tom Varley on Sunday. He was arrested in 2012.",
                "Tom Varley is held in Kelso. Police arrested him again in 2015.",
            ],
            // Two of a kind, of which nothing says that they are one.
            &[
                "A bomb went off in Tarsk on Monday. An attack in 2011 killed nineteen people in Tarsk.",
                "Tarsk was hit by a bomb on Monday. An attack in 2014 killed seven people there.",
            ],
            &[
                "A fire burned down the mill at Lund. Fire had destroyed its roof in 2003.",
                "The mill at Lund is gone. The firm lost a barge to a fire in 2008.",
            ],
            // The same year, and a month of it.
            &[
                "The zoo in Varnholm, founded in 1922, has lost its licence.",
                "Varnholm's zoo has lost its licence. The zoo was founded in May 1922.",
            ],
            // Titles of several years.
            &[
                "Oslo Wanderers won the cup on Sunday. Oslo won it in 2011.",
                "The cup is Oslo's. The club won the league in 2015.",
            ],
        ],
    );
}
