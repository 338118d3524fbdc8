//! A session with the built server over real pipes.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The server and both ends of its pipes.
pub struct Pipe {
    pub child: Child,
    pub input: Option<ChildStdin>,
    pub output: Option<BufReader<ChildStdout>>,
    /// When the last message had come in as a whole.
    pub arrived: Instant,
    /// Whether the server has said that a long task was over, which it may do before the findings that one waits for.
    pub rested: bool,
    next: i64,
}

impl Pipe {
    /// Starts the program with these arguments behind `lsp`.
    pub fn spawn(program: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(program)
            .arg("lsp")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let (input, output) = (child.stdin.take(), child.stdout.take().map(BufReader::new));
        Self { child, input, output, arrived: Instant::now(), rested: false, next: 0 }
    }

    /// Opens the session on a folder.
    pub fn initialize(&mut self, root: Option<&Path>, process: Option<u32>) -> Value {
        let folders = root.map(|r| json!([{ "uri": address(r), "name": "desk" }]));
        let result = self.request(
            "initialize",
            json!({
                "processId": process, "workspaceFolders": folders,
                "capabilities": {
                    "window": { "workDoneProgress": true },
                    "textDocument": { "publishDiagnostics": { "relatedInformation": true } }
                }
            }),
        );
        self.notify("initialized", json!({}));
        result
    }

    /// Sends a message to a server that is there to read it.
    pub fn send(&mut self, message: &Value) {
        self.offer(message).expect("the server reads");
    }

    /// Sends a message, which a server that has ended does not take.
    pub fn offer(&mut self, message: &Value) -> std::io::Result<()> {
        let body = message.to_string();
        // An editor sends a message in one piece, too.
        let framed = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let input = self.input.as_mut().expect("an open pipe");
        input.write_all(framed.as_bytes())?;
        input.flush()
    }

    /// Sends a notification.
    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and waits for its result; what else comes in is passed over.
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        let mut answer = self.wait(|m| m.get("method").is_none() && m["id"] == id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].take()
    }

    /// Waits for a message; the server's own requests are granted.
    pub fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.read().expect("the server writes");
            self.rested |= is_end(&message);
            if message.get("method").is_some() && message.get("id").is_some() {
                self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": null }));
            }
            if wanted(&message) {
                return message;
            }
        }
    }

    /// Reads a message; `None` once the server has closed its end.
    pub fn read(&mut self) -> Option<Value> {
        let output = self.output.as_mut()?;
        let mut length = 0;
        loop {
            let mut line = String::new();
            if output.read_line(&mut line).ok()? == 0 {
                return None;
            }
            match line.trim_end().strip_prefix("Content-Length: ") {
                Some(number) => length = number.parse().ok()?,
                None if line.trim_end().is_empty() => break,
                None => {}
            }
        }
        let mut body = vec![0; length];
        output.read_exact(&mut body).ok()?;
        self.arrived = Instant::now();
        serde_json::from_slice(&body).ok()
    }

    /// Opens a document in its first version.
    pub fn open(&mut self, path: &Path, text: &str) {
        let language = if path.extension().is_some_and(|e| e == "md") { "markdown" } else { "plaintext" };
        let document = json!({ "uri": address(path), "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Waits for the findings of a version of a document.
    pub fn findings(&mut self, path: &Path, version: i64) -> Value {
        let uri = address(path);
        self.wait(|m| {
            m["method"] == "textDocument/publishDiagnostics"
                && m["params"]["uri"] == uri.as_str()
                && m["params"]["version"] == version
        })
    }

    /// Waits for the process to end by itself; `None` if it does not.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        let patience = Instant::now() + Duration::from_secs(10);
        while Instant::now() < patience {
            if let Some(status) = self.child.try_wait().expect("a process of ours") {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        None
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        // It has mostly ended by itself, and then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether the server says that a long task is over.
pub fn is_end(message: &Value) -> bool {
    message["method"] == "$/progress" && message["params"]["value"]["kind"] == "end"
}

/// The address of a file.
pub fn address(path: &Path) -> String {
    let mut address = "file://".to_owned();
    for byte in path.to_str().expect("a path in UTF-8").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                address.push(byte.into())
            }
            _ => address += &format!("%{byte:02X}"),
        }
    }
    address
}
