//! One request, one file: what comes in, which feature answers, what goes out.

pub mod declaration;
pub mod definition;
pub mod diagnostic;
pub mod highlight;
pub mod hover;
pub mod references;
pub mod workspace_diagnostic;
