//! Venues, districts and landmarks at which something happens, and where a thing stands, told by two outlets.

use super::{must_be_silent, must_speak};
use crate::compare::Code::PlaceConflict;

/// Arenas, churches, schools, parks, stations, courts: one of a kind has another name.
#[test]
fn venues() {
    must_speak(
        PlaceConflict,
        &[
            &[
                "Northfield beat Sauk Creek 61-58 in overtime on Saturday at Brandt Arena.",
                "Northfield beat Sauk Creek 61-58 at the Kessler Center on Saturday in overtime.",
            ],
            &[
                "The funeral of Agnes Boyle will be held on Friday at St Mark's Church.",
                "The funeral of Agnes Boyle is on Friday at St Luke's Church.",
            ],
            &[
                "A pupil was arrested on Monday after a gun was found at Fairview High School.",
                "A pupil was arrested on Monday after a gun was found at Brookside High School.",
            ],
            &[
                "The body of a hiker was found in Greeley Park on Monday.",
                "A hiker's body was found on Monday in Holman Park.",
            ],
            &[
                "A man was shot outside the Rusty Anchor Bar on Friday night, police said.",
                "A man was shot on Friday night outside the Blue Heron Bar.",
            ],
            &[
                "The jet made an emergency landing at Wexcombe Airport on Tuesday.",
                "The jet made an emergency landing on Tuesday at Hadley Airport.",
            ],
            &[
                "A woman was stabbed at Tower Lane station on Sunday.",
                "A woman was stabbed on Sunday at Mill Cross station.",
            ],
            &[
                "The trial of Petr Novak opened on Monday at Leeds Crown Court.",
                "The trial of Petr Novak opened at Bradford Crown Court on Monday.",
            ],
            &[
                "A sailing boat capsized on Lake Maren on Sunday.",
                "The sailing boat capsized on Lake Orrin on Sunday.",
            ],
            &[
                "A climber was killed by an avalanche on Mount Sorrel on Sunday.",
                "A climber was killed by an avalanche on Sunday on Mount Hester.",
            ],
            &[
                "The final will be played at Liberty Stadium on 3 May, the league said.",
                "The final will be played at Memorial Stadium on 3 May, the league said.",
            ],
            &[
                "The lecture by Ida Lund takes place on Thursday at Carver Hall.",
                "Ida Lund's lecture takes place at Tolman Hall on Thursday.",
            ],
            &[
                "A bomb was defused on Wednesday on Calder Bridge.",
                "A bomb was defused on Wednesday on Arden Bridge.",
            ],
            &[
                "A swimmer drowned off Sandy Hollow Beach on Saturday.",
                "A swimmer drowned on Saturday off Pebble Point Beach.",
            ],
            &[
                "The dinner was held at the Grand Hotel in Corran on Friday.",
                "The dinner was held on Friday at the Imperial Hotel in Corran.",
            ],
        ],
    );
}

/// One venue with more or less of its name, several venues of one affair, and venues of other happenings.
#[test]
fn venues_that_both_hold() {
    must_be_silent(
        PlaceConflict,
        &[
            &[
                "The funeral was held at St Mark's on Friday.",
                "The funeral was held at St Mark's Church on Friday.",
            ],
            &[
                "The body was found in Greeley Park on Monday.",
                "The body was found in Greeley Memorial Park on Monday.",
            ],
            &[
                "A gun was found at Fairview High School on Monday.",
                "A vigil was held at Brookside High School on Monday.",
            ],
            &[
                "A gun was found at Fairview High School on Monday.",
                "A gun was found at Fairview High on Monday. Pupils of Brookside High School stayed at home.",
            ],
            &[
                "Leaders met at the Grand Hotel on Friday.",
                "Leaders met at the Grand Hotel on Friday after talks at the Imperial Hotel.",
            ],
            &[
                "The final was moved from Liberty Stadium to Memorial Stadium.",
                "The final will be played at Liberty Stadium on 3 May.",
            ],
            &[
                "Northfield won at Brandt Arena on Saturday.",
                "Sauk Creek lost to Dunmore at Kessler Arena on Saturday.",
            ],
            &[
                "Petr Novak appeared at Leeds Magistrates' Court on Monday.",
                "Petr Novak will be tried at Leeds Crown Court.",
            ],
            &["A man was shot at a bar on Friday.", "A man was shot at the Rusty Anchor Bar on Friday."],
            &[
                "A woman was stabbed at Tower Lane station on Sunday.",
                "A woman was stabbed on Sunday. Trains were held at Mill Cross station.",
            ],
            &[
                "The boat capsized on Lake Maren on Sunday.",
                "The boat capsized on the Orrin River, near where it enters Lake Maren, on Sunday.",
            ],
            &[
                "The concert at Liberty Stadium, once Kings Stadium, was sold out.",
                "The concert at Kings Stadium was sold out.",
            ],
            &["The jet left Wexcombe Airport on Tuesday.", "The jet landed at Hadley Airport on Tuesday."],
            &[
                "Children of Hill Primary School were on the bus that crashed on Monday.",
                "The bus that crashed on Monday came from Dale Primary School.",
            ],
            &[
                "The mayor spoke at St Luke's Church on Sunday.",
                "The mayor spoke at St Mark's Church on Monday.",
            ],
            &[
                "Voters lined up at Hill Primary School on Tuesday.",
                "Voters lined up at Dale Primary School on Tuesday.",
            ],
            &[
                "The premier will speak at the Grand Hotel.",
                "The premier will open talks at the Imperial Hotel on Friday.",
            ],
            &["Two dogs were found in Greeley Park and in Holman Park.", "A dog was found in Holman Park."],
        ],
    );
}

/// Neighbourhoods, counties, districts and provinces.
#[test]
fn districts() {
    must_speak(
        PlaceConflict,
        &[
            &[
                "A fire tore through a warehouse in the Eastlake neighborhood on Sunday.",
                "A fire tore through a warehouse in the Northgate neighborhood on Sunday.",
            ],
            &[
                "A teenager was stabbed in the Kirkby area of the city on Saturday.",
                "A teenager was stabbed on Saturday in the Falinge area of the city.",
            ],
            &[
                "A tornado touched down in Harlan County on Tuesday, tearing up barns.",
                "The tornado touched down on Tuesday in Perry County, tearing up barns.",
            ],
            &[
                "A bus plunged into a ravine in Lamjung district on Friday.",
                "A bus plunged into a ravine on Friday in Kaski district.",
            ],
            &[
                "The fossil was found in Neuquen province in 2021.",
                "The fossil was found in 2021 in Chubut province.",
            ],
            &[
                "A gas main blew up in the suburb of Marrick on Monday.",
                "A gas main blew up on Monday in the suburb of Torran.",
            ],
            &[
                "A 40-year-old man was shot dead in Larkfield, a suburb of Corran, on Monday.",
                "A 40-year-old man was shot dead in Ashmead, a suburb of Corran, on Monday.",
            ],
        ],
    );
    must_be_silent(
        PlaceConflict,
        &[
            &[
                "A fire tore through a warehouse in the Eastlake neighborhood on Sunday.",
                "A fire tore through a warehouse in Seattle on Sunday.",
            ],
            &[
                "A fire tore through a warehouse on Calder Avenue on Sunday.",
                "A fire tore through a warehouse in the Eastlake neighborhood on Sunday.",
            ],
            &[
                "The tornado touched down in Harlan County on Tuesday.",
                "The tornado crossed Harlan County and Perry County on Tuesday.",
            ],
            &[
                "The tornado touched down in Harlan County on Tuesday.",
                "Sheriff Bo Tate of Perry County sent two crews. The tornado touched down on Tuesday.",
            ],
            &[
                "The tornado touched down in Harlan County on Tuesday.",
                "The tornado was on the ground for ten minutes. In Perry County another one was seen.",
            ],
            &[
                "The bus plunged into a ravine in Lamjung district on Friday.",
                "The bus plunged into a ravine in Gandaki province on Friday.",
            ],
            &[
                "Deputies of Harlan County found the body on Monday.",
                "The body was found in Perry County on Monday.",
            ],
            &[
                "A gas main blew up in Larkfield, a suburb of Corran, on Monday.",
                "A gas main blew up in Corran on Monday.",
            ],
            &[
                "A man was shot in the Eastlake neighborhood on Sunday.",
                "A woman was shot in the Northgate neighborhood on Sunday.",
            ],
            &[
                "The murder trial of Bo Lane opened in Harlan County on Monday.",
                "Bo Lane was arrested in Perry County.",
            ],
            &[
                "Turnout was 61 percent in Harlan County on Tuesday.",
                "Turnout was 48 percent in Perry County on Tuesday.",
            ],
        ],
    );
}

/// Where a plant, a wreck, a bridge or an epicentre is, and where work or people go.
#[test]
fn sites_of_things() {
    must_speak(
        PlaceConflict,
        &[
            &[
                "Voltara will build the battery factory in Erfurt, it said.",
                "The battery factory will be built in Magdeburg, Voltara said.",
            ],
            &[
                "An explosion ripped through the Norvane Chemicals plant on La. 18 on Tuesday.",
                "Shifts at Norvane Chemicals were stopped. On La. 81, where the plant's main gate is, families waited.",
            ],
            &[
                "The wreck of the Astrid lies 40 miles west of Portreath.",
                "The wreck of the Astrid lies 40 miles south of Portreath.",
            ],
            &[
                "The quake's epicentre was 20 km north of Arica, the agency said.",
                "The epicentre of the quake was 20 km south of Arica, the agency said.",
            ],
            &[
                "The trawler ran aground on the north shore of Lake Maren.",
                "The trawler ran aground on the south shore of Lake Maren.",
            ],
        ],
    );
    must_be_silent(
        PlaceConflict,
        &[
            &[
                "Voltara, which is based in Lyon, will build a battery factory.",
                "Voltara will build a battery factory in Erfurt.",
            ],
            &[
                "Voltara will build a battery factory in Erfurt.",
                "Voltara has a battery factory in Magdeburg.",
            ],
            &["The quake struck near Arica on Monday.", "The quake struck near Iquique on Monday."],
            &[
                "The quake struck 20 km north of Arica on Monday.",
                "The quake struck 95 km south of Tacna on Monday.",
            ],
            &[
                "Bridges at Santa Elva and Puerto Rojo were swept away.",
                "The bridge at Puerto Rojo was swept away.",
            ],
            &["The firm's office in London said so.", "The firm's office in New York said so."],
            &[
                "The minister said in Geneva on Monday that the plant in Puebla will close.",
                "The plant in Puebla will close, the minister said on Monday.",
            ],
            &[
                "Smoke was seen in Santa Elva after the blast at the depot.",
                "The depot in Puerto Rojo was hit by a blast.",
            ],
            &[
                "The plant on Highway 27 will close.",
                "The plant will close. Trucks used Highway 72 to reach it from Highway 27.",
            ],
            &["The plant in Bombay will close.", "The plant in Mumbai will close."],
            &["The plant in Germany will close.", "The plant in Erfurt will close."],
            &["The hearing is in Washington on Monday.", "Washington said the hearing in Austin was over."],
            &[
                "Shares of the carmaker fell in Tokyo on Monday.",
                "Shares of the carmaker fell in Frankfurt on Monday.",
            ],
            &[
                "Thousands of people marched in Lyon on Monday.",
                "Thousands of people marched in Nice on Monday.",
            ],
        ],
    );
}
