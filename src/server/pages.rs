//! What the codes of findings mean: a page a code, on disk, where an editor opens it from the code's link. So it is there for every
//! reader, without a network, and of this very version.

use std::io;
use std::path::Path;

use tower_lsp::lsp_types::Url;

use crate::compare::Code;

/// Writes the pages into a folder.
pub fn write(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    Code::ALL.iter().try_for_each(|&code| std::fs::write(file(folder, code), page(code)))
}

/// The address of a code's page in a folder.
pub fn address(folder: &Path, code: Code) -> Option<Url> {
    Url::from_file_path(file(folder, code)).ok()
}

fn file(folder: &Path, code: Code) -> std::path::PathBuf {
    folder.join(format!("{}.md", code.name()))
}

fn page(code: Code) -> String {
    let (name, summary) = (code.name(), code.summary());
    let level = code.default_severity().map_or("off", |severity| severity.name());
    format!(
        "# {name}\n\n{summary}\n\nUnless the settings say otherwise: {level}. In `rashomon.toml`, to be told otherwise:\n\n\
         ```toml\n[severity]\n{name} = \"hint\"   # error, warning, information, hint or off\n```\n\n\
         In an article, before a paragraph where it is to be silent: `<!-- rashomon: ignore {name} -->`\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_its_code_means_and_how_to_silence_it() {
        let page = page(Code::Unattributed);
        for expected in
            ["# unattributed\n", Code::Unattributed.summary(), "say otherwise: off", "ignore unattributed"]
        {
            assert!(page.contains(expected), "{expected}: {page}");
        }
    }
}
