//! Direct speech: who spoke the words in quotation marks.

use super::{quoted, said};

#[test]
fn speaker_in_the_same_sentence() {
    quoted(
        "“The bridge will hold,” said Ingrid Solberg, the county engineer.",
        "Ingrid Solberg: The bridge will hold,",
    );
    quoted(
        "\"The bridge will hold,\" Ingrid Solberg said on Monday.",
        "Ingrid Solberg: The bridge will hold,",
    );
    quoted("Ingrid Solberg said: “The bridge will hold.”", "Ingrid Solberg: The bridge will hold.");
    quoted(
        "“The bridge will hold,” Ingrid Solberg told reporters in Bergen.",
        "Ingrid Solberg: The bridge will hold,",
    );
    quoted(
        "Ingrid Solberg told reporters that the bridge was “as good as new”.",
        "Ingrid Solberg: as good as new",
    );
    quoted("“Is it safe?” Ingrid Solberg asked.", "Ingrid Solberg: Is it safe?");
    quoted("‘The bridge will hold,’ said Ingrid Solberg.", "Ingrid Solberg: The bridge will hold,");
}

#[test]
fn split_quotations_have_one_speaker() {
    quoted(
        "“We won,” said Paul Marchetti. “Nobody expected it.”",
        "Paul Marchetti: We won, | Paul Marchetti: Nobody expected it.",
    );
    quoted(
        "“We won,” Paul Marchetti said, “and nobody expected it.”",
        "Paul Marchetti: We won, | Paul Marchetti: and nobody expected it.",
    );
    quoted("“We won. They lost,” said Paul Marchetti.", "Paul Marchetti: We won. They lost,");
}

#[test]
fn quotations_that_stand_alone_go_to_the_last_speaker() {
    quoted(
        "Karen Whitfield said the mill would close. “There is no other way.”",
        "Karen Whitfield: There is no other way.",
    );
    quoted(
        "“We tried,” said Karen Whitfield.\n\n“There is no other way.”",
        "Karen Whitfield: We tried, | Karen Whitfield: There is no other way.",
    );
    quoted(
        "“One day it stopped.\n\n“Then it began again,” said Karen Whitfield.",
        "Karen Whitfield: One day it stopped. | Karen Whitfield: Then it began again,",
    );
}

#[test]
fn pronouns_and_roles_lead_back_to_their_holder() {
    quoted(
        "Karen Whitfield said the mill would close. “I am sorry,” she added.",
        "Karen Whitfield: I am sorry,",
    );
    quoted(
        "Karen Whitfield, the manager, met Peter Grant on Monday. “I am sorry,” he said.",
        "Peter Grant: I am sorry,",
    );
    quoted(
        "The mayor, Karen Whitfield, opened the hall. “It is late,” the mayor said.",
        "Karen Whitfield: It is late,",
    );
    quoted("An expert said the vaccine was safe. “I took it,” the expert said.", "An expert: I took it,");
}

#[test]
fn unnamed_speakers_stay_as_printed() {
    quoted("“It was like thunder,” said a woman in the queue.", "a woman in the queue: It was like thunder,");
    quoted("“It was like thunder,” residents said.", "residents: It was like thunder,");
}

#[test]
fn words_that_nobody_spoke_are_no_quotes() {
    quoted("The film “Northern Light” opens on Friday.", "");
    quoted("The so-called “ghost fleet” sailed on Monday.", "");
    said("The film “Northern Light” opens on Friday.", "");
}

#[test]
fn other_desks() {
    quoted("“Guilty,” the foreman said.", "the foreman: Guilty,");
    quoted(
        "“The verdict is wrong,” said defence lawyer Omar Haddad, who will appeal.",
        "Omar Haddad: The verdict is wrong,",
    );
    quoted("Omar Haddad called the verdict “a disgrace”.", "Omar Haddad: a disgrace");
    quoted(
        "The finance minister described the deal as “fair to both sides”.",
        "The finance minister: fair to both sides",
    );
    quoted(
        "“Rates will stay low,” the central bank said in a statement.",
        "the central bank: Rates will stay low,",
    );
    quoted(
        "“We were two goals up,” coach Dieter Lang said after the match. “Then we slept.”",
        "Dieter Lang: We were two goals up, | Dieter Lang: Then we slept.",
    );
    quoted(
        "“The shelf is thinning,” says Ana Silva, a glaciologist at the institute.",
        "Ana Silva: The shelf is thinning,",
    );
    quoted("'The shelf is thinning,' says Ana Silva, a glaciologist.", "Ana Silva: The shelf is thinning,");
    quoted(
        "\"We shall return the islands,\" Foreign Minister Carlos Ruiz said in 1987.",
        "Carlos Ruiz: We shall return the islands,",
    );
    quoted("“Will you resign?” a reporter asked.", "a reporter: Will you resign?");
    quoted("Asked about the poll, Helen Brandt said: “Ask me on Sunday.”", "Helen Brandt: Ask me on Sunday.");
    quoted("The union vowed to “fight every closure”.", "The union: fight every closure");
    quoted("Helen Brandt lost the vote. She said the count was “a farce”.", "Helen Brandt: a farce");
    quoted("“He said ‘run’ and we ran,” said Helen Brandt.", "Helen Brandt: He said ‘run’ and we ran,");
    quoted("The report warned of “serious failings” at the jail.", "The report: serious failings");
}

#[test]
fn a_clause_in_quotation_marks_is_kept_without_a_speaker() {
    quoted(
        "The note lay on the desk. “You will never see this money again,” it read in red ink.",
        ": You will never see this money again,",
    );
    quoted("The film “A Very Long Winter Road Home” opens on Friday.", "");
}

#[test]
fn a_clause_with_quoted_words_is_what_is_said() {
    quoted(
        "Mayor Karen Whitfield said the closing after a six-month dispute was “a sad day for all of us”.",
        "Karen Whitfield: a sad day for all of us",
    );
}
