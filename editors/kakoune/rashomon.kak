# For kakoune-lsp 18 or later. Into your kakrc, before lsp-enable.
hook -group lsp-filetype-rashomon global BufSetOption filetype=(?:markdown|plain) %{
    set-option -add buffer lsp_servers %{
        [rashomon]
        root_globs = ["rashomon.toml"]
        command = "rashomon"
        args = ["lsp"]
    }
}

# Kakoune has no filetype for plain text of its own.
hook global BufCreate .*\.txt %{ set-option buffer filetype plain }
