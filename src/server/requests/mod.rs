//! One request, one file: what comes in, which feature answers, what goes out.

pub mod call_hierarchy;
pub mod code_action;
pub mod code_lens;
pub mod completion;
pub mod declaration;
pub mod definition;
pub mod diagnostic;
pub mod document_link;
pub mod document_symbol;
pub mod folding_range;
pub mod highlight;
pub mod hover;
pub mod inlay_hint;
pub mod references;
pub mod rename;
pub mod semantic_tokens;
pub mod workspace_diagnostic;
pub mod workspace_symbol;
