//! A small static file server for the demo and the browser tests.
//!
//! It answers on 127.0.0.1 only, with the types that browsers insist on for modules and wasm, and
//! with the strictest content security policy under which whosaid runs, so that whatever would
//! break on a careful site breaks here first.

use std::fs::File;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::tools;

const THREADS: usize = 4;

const HEADERS: &[(&str, &str)] = &[
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         connect-src 'self'; img-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types whosaid",
    ),
    ("Cache-Control", "no-cache"),
    ("X-Content-Type-Options", "nosniff"),
];

/// What stands under an address: the first prefix that fits decides.
const PLACES: &[(&str, &str)] = &[("seeds/", "seeds"), ("", "www")];

pub struct Site {
    server: Arc<Server>,
    pub address: String,
}

impl Site {
    /// Binds `127.0.0.1:port`; port 0 takes any free one.
    pub fn bind(port: u16) -> Result<Self> {
        let server = Server::http(("127.0.0.1", port))
            .map_err(|error| anyhow!("cannot serve on 127.0.0.1:{port}: {error}"))?;
        let address = format!("http://{}/", server.server_addr());
        Ok(Site { server: Arc::new(server), address })
    }

    /// Serves from threads of its own until the process ends.
    pub fn serve(&self) -> Vec<thread::JoinHandle<()>> {
        (0..THREADS)
            .map(|_| {
                let server = Arc::clone(&self.server);
                thread::spawn(move || server.incoming_requests().for_each(answer))
            })
            .collect()
    }
}

fn answer(request: Request) {
    // A reader who goes away before the end is no fault of ours.
    let _ = match (request.method(), find(request.url())) {
        (Method::Get | Method::Head, Some((file, mime))) => {
            request.respond(dressed(Response::from_file(file), mime))
        }
        (Method::Get | Method::Head, None) => request
            .respond(dressed(Response::from_string("not found\n").with_status_code(404), TEXT)),
        _ => request.respond(dressed(
            Response::from_string("only GET and HEAD\n").with_status_code(405),
            TEXT,
        )),
    };
}

fn dressed<R: std::io::Read>(mut response: Response<R>, mime: &str) -> Response<R> {
    for (name, value) in HEADERS.iter().copied().chain([("Content-Type", mime)]) {
        response.add_header(Header::from_bytes(name, value).expect("a plain header"));
    }
    response
}

fn find(url: &str) -> Option<(File, &'static str)> {
    let path = path_of(url)?;
    Some((File::open(&path).ok()?, mime(&path)))
}

/// The file that a request's target names, or nothing if it leaves the served folders.
fn path_of(url: &str) -> Option<PathBuf> {
    let path = decode(url.split(['?', '#']).next()?.strip_prefix('/')?)?;
    let (rest, folder) =
        PLACES.iter().find_map(|(prefix, folder)| Some((path.strip_prefix(prefix)?, folder)))?;
    let inside = Path::new(rest).components().all(|part| matches!(part, Component::Normal(_)));
    let mut file = tools::root().join(folder).join(rest);
    if rest.is_empty() || rest.ends_with('/') {
        file.push("index.html");
    }
    (inside && file.is_file()).then_some(file)
}

fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

const TEXT: &str = "text/plain; charset=utf-8";

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" | "ts" | "tsv" => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_files_of_both_folders() {
        assert_eq!(path_of("/seeds/seed-meeting.txt?x=1"), {
            Some(tools::root().join("seeds/seed-meeting.txt"))
        });
    }

    #[test]
    fn stays_inside() {
        for url in
            ["/../Cargo.toml", "/seeds/%2e%2e/Cargo.toml", "/seeds//etc/passwd", "Cargo.toml"]
        {
            assert_eq!(path_of(url), None, "{url}");
        }
    }

    #[test]
    fn refuses_broken_escapes() {
        assert_eq!(decode("a%2"), None);
        assert_eq!(decode("a%zz"), None);
        assert_eq!(decode("%E2%82%AC").as_deref(), Some("€"));
    }
}
