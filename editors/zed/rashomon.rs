//! Tells Zed how the server is started. Zed takes language servers from extensions alone.

use zed_extension_api as zed;

struct Rashomon;

impl zed::Extension for Rashomon {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        _server: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<zed::Command> {
        let command = worktree.which("rashomon").ok_or(
            "the program “rashomon” is not on the PATH: build it with “cargo install --path .” in a checkout of Rashomon",
        )?;
        Ok(zed::Command { command, args: vec!["lsp".to_owned()], env: worktree.shell_env() })
    }
}

zed::register_extension!(Rashomon);
