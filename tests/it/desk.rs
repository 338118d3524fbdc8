//! A folder of articles and the command run in it.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder that goes away with the test.
pub struct Desk {
    folder: TempDir,
}

/// What a run printed and how it ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// A folder with these files, each a path and its text.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        files.iter().for_each(|(path, text)| desk.write(path, text.as_bytes()));
        desk
    }

    /// Puts a file in.
    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs the command in this folder.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        run_in(self.path(), arguments)
    }

    /// The files that `annotate` reads under these arguments, in its order.
    pub fn files(&self, arguments: &[&str]) -> Vec<String> {
        let ended = self.run(&[&["annotate"], arguments].concat());
        let file = |line: &str| {
            let article: serde_json::Value = serde_json::from_str(line).unwrap();
            article["file"].as_str().unwrap().to_owned()
        };
        ended.out.lines().map(file).collect()
    }
}

/// Runs the command in a folder.
pub fn run_in(folder: &Path, arguments: &[&str]) -> Ended {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("rashomon"));
    command.current_dir(folder).args(arguments).env("COLUMNS", "100").env_remove("NO_COLOR");
    let output = command.output().unwrap();
    Ended {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
