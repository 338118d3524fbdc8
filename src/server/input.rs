//! Standard input, read by the thread that handles what comes in.
//!
//! The runtime's own reads on another thread, which costs a keystroke one more thread to be woken.

use std::io::{self, Read, Stdin};
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, ReadBuf};

/// Standard input. Whoever reads it waits in the call itself, so it is for a thread of its own that has nothing else to wait for.
pub struct Input(Stdin);

impl Input {
    /// The input of this process.
    pub fn standard() -> Self {
        Self(io::stdin())
    }
}

impl AsyncRead for Input {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        loop {
            match self.0.lock().read(buffer.initialize_unfilled()) {
                Ok(read) => {
                    buffer.advance(read);
                    return Poll::Ready(Ok(()));
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }
}
