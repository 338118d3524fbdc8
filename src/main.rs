//! The command `rashomon`: arguments in, exit code out.

fn main() {}
