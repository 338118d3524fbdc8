//! Messages over a pair of byte streams.
//!
//! tower-lsp has a transport of its own, but that one reads, handles and writes in one task, stops reading after the first
//! message that is no JSON, and panics when the client closes its end. So only its service and its client are used.

use std::fmt;
use std::io;

use futures::StreamExt;
use serde::Serialize;
use serde_json::Value;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::Mutex;
use tokio::sync::mpsc::UnboundedReceiver;
use tower_lsp::jsonrpc::{Request, Response};
use tower_lsp::lsp_types::notification::Notification;

/// Once so many bytes are ready they are written, even when more messages wait.
const FULL: usize = 1 << 16;

/// One message as it came in.
#[derive(Debug)]
pub enum Frame {
    /// A JSON value.
    Message(Value),
    /// A message whose header or body cannot be read; the next one can.
    Broken,
}

/// Reads the next message; `None` at the end of the stream.
pub async fn read<R: AsyncRead + Unpin>(input: &mut tokio::io::BufReader<R>) -> io::Result<Option<Frame>> {
    let Some(length) = read_header(input).await? else { return Ok(None) };
    let Some(length) = length else { return Ok(Some(Frame::Broken)) };
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body).await?;
    if (body.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(serde_json::from_slice(&body).map_or(Frame::Broken, Frame::Message)))
}

/// Reads up to the empty line. `Some(None)` where no length is given or it is no number.
async fn read_header<R: AsyncBufRead + Unpin>(input: &mut R) -> io::Result<Option<Option<u64>>> {
    let mut length = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end();
        if text.is_empty() {
            return Ok(Some(length));
        }
        if let Some((name, value)) = text.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

/// Where messages to the client are written, each whole, by whoever has one.
///
/// Findings are written by the thread that found them: handing them to another would make each keystroke wait for one more thread to
/// be woken.
pub struct Outlet(Mutex<Box<dyn AsyncWrite + Send + Unpin>>);

impl Outlet {
    /// An outlet into a stream.
    pub fn new(output: impl AsyncWrite + Send + Unpin + 'static) -> Self {
        Self(Mutex::new(Box::new(output)))
    }

    /// Writes whole messages. It waits while the client does not read, and fails once that has closed its end.
    pub async fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut output = self.0.lock().await;
        output.write_all(bytes).await?;
        output.flush().await
    }
}

impl fmt::Debug for Outlet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outlet").finish_non_exhaustive()
    }
}

/// A notification of the server with its header, ready to be written; `params` have the form of its parameters.
pub fn notification<N: Notification>(params: &impl Serialize) -> io::Result<Vec<u8>> {
    #[derive(Serialize)]
    struct Message<'a, P> {
        jsonrpc: &'static str,
        method: &'static str,
        params: &'a P,
    }
    let mut bytes = Vec::new();
    encode(&Message { jsonrpc: "2.0", method: N::METHOD, params }, &mut bytes)?;
    Ok(bytes)
}

/// Writes the server's own requests and answers until all senders of answers are gone, or the client closes its end.
pub async fn write(
    outlet: &Outlet,
    mut answers: UnboundedReceiver<Response>,
    mut requests: impl futures::Stream<Item = Request> + Unpin,
) -> io::Result<()> {
    let mut bytes = Vec::new();
    let mut open = true;
    loop {
        tokio::select! {
            // What the server asks of its own accord was asked before the answers that wait, and goes out before them.
            biased;
            request = requests.next(), if open => match request {
                Some(request) => encode(&request, &mut bytes)?,
                None => open = false,
            },
            answer = answers.recv() => match answer {
                Some(answer) => encode(&answer, &mut bytes)?,
                None => return Ok(()),
            },
        }
        while bytes.len() < FULL
            && let Ok(answer) = answers.try_recv()
        {
            encode(&answer, &mut bytes)?;
        }
        outlet.write(&bytes).await?;
        bytes.clear();
    }
}

/// Puts a message behind others, with its header.
fn encode(message: &impl Serialize, bytes: &mut Vec<u8>) -> io::Result<()> {
    let body = serde_json::to_vec(message)?;
    bytes.extend_from_slice(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
    bytes.extend_from_slice(&body);
    Ok(())
}
