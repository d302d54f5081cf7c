//! A small static file server for the demo and the browser tests.
//!
//! It answers on 127.0.0.1 only, with the types that browsers insist on for modules and wasm, and
//! with the strictest content security policy under which whosaid runs, so that whatever would
//! break on a careful site breaks here first. It compresses what it sends, as sites do.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use anyhow::{Context, Result};
use oxhttp::model::header::{ACCEPT_ENCODING, CONTENT_ENCODING, HeaderValue};
use oxhttp::model::{Body, Method, Request, Response, StatusCode};
use oxhttp::{ListeningServer, Server};

use crate::packed::Packer;
use crate::{join, tools};

const HEADERS: &[(&str, &str)] = &[
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         connect-src 'self'; img-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types whosaid",
    ),
    ("Cache-Control", "no-cache"),
    ("Vary", "Accept-Encoding"),
    ("X-Content-Type-Options", "nosniff"),
];

/// What stands under an address: the first prefix that fits decides.
const PLACES: &[(&str, &str)] = &[("seeds/", "seeds"), ("", "www")];

/// Where the modules lie that are sent as one.
const JOINED: &str = "www/lib";

/// Each connection has a thread of its own, so that one which a browser opens ahead and leaves idle
/// keeps no other waiting.
pub struct Site {
    server: ListeningServer,
    pub address: String,
}

impl Site {
    /// Serves `127.0.0.1:port` from threads of its own until the process ends; port 0 takes any
    /// free one.
    pub fn serve(port: u16) -> Result<Self> {
        let port = match port {
            0 => TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port(),
            port => port,
        };
        let packer = Packer::default();
        let server = Server::new(move |request| answer(request, &packer))
            .bind((Ipv4Addr::LOCALHOST, port))
            .spawn()
            .with_context(|| format!("cannot serve on 127.0.0.1:{port}"))?;
        Ok(Site { server, address: format!("http://127.0.0.1:{port}/") })
    }

    /// Waits as long as it serves.
    pub fn join(self) -> Result<()> {
        Ok(self.server.join()?)
    }
}

fn answer(request: &Request<Body>, packer: &Packer) -> Response<Body> {
    let method = request.method();
    if method != Method::GET && method != Method::HEAD {
        return dressed(StatusCode::METHOD_NOT_ALLOWED, TEXT, "only GET and HEAD\n");
    }
    let found = path_of(request.uri().path());
    let Some((body, path)) = found.and_then(|path| Some((contents(&path).ok()?, path))) else {
        return dressed(StatusCode::NOT_FOUND, TEXT, "not found\n");
    };
    let mime = mime(&path);
    let gzip = takes_gzip(request);
    let body = match method {
        &Method::HEAD => Vec::new(),
        _ if gzip => packer.pack(path, body),
        _ => body,
    };
    let mut response = dressed(StatusCode::OK, mime, body);
    if gzip {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

fn dressed(status: StatusCode, mime: &str, body: impl Into<Body>) -> Response<Body> {
    let headers = HEADERS.iter().copied().chain([("Content-Type", mime)]);
    headers
        .fold(Response::builder().status(status), |response, (name, value)| {
            response.header(name, value)
        })
        .body(body.into())
        .expect("plain headers")
}

fn takes_gzip(request: &Request<Body>) -> bool {
    let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|names| names.to_str().ok());
    accepted.is_some_and(|names| names.split(',').any(|name| name.trim() == "gzip"))
}

/// What is sent for a file.
fn contents(path: &Path) -> io::Result<Vec<u8>> {
    let lib = tools::root().join(JOINED);
    let name = path.strip_prefix(&lib).ok().and_then(Path::to_str);
    let joined = name.map_or(Ok(None), |name| join::answer(&lib, name))?;
    joined.map_or_else(|| fs::read(path), |text| Ok(text.into_bytes()))
}

/// The file that a request's path names, or nothing if it leaves the served folders.
fn path_of(path: &str) -> Option<PathBuf> {
    let path = decode(path.strip_prefix('/')?)?;
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
        assert_eq!(path_of("/seeds/seed-meeting.txt"), {
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
    fn compresses_for_who_takes_it() {
        let encoding = |path: &str, accepted: &str| {
            let request = Request::builder().uri(path).header(ACCEPT_ENCODING, accepted);
            let request = request.body(Body::empty()).unwrap();
            let response = answer(&request, &Packer::default());
            response.headers().get(CONTENT_ENCODING).map(|value| value.to_str().unwrap().to_owned())
        };
        assert_eq!(encoding("/index.html", "br, gzip").as_deref(), Some("gzip"));
        assert_eq!(encoding("/index.html", "br"), None);
        assert_eq!(encoding("/none.html", "gzip"), None);
    }

    #[test]
    fn refuses_broken_escapes() {
        assert_eq!(decode("a%2"), None);
        assert_eq!(decode("a%zz"), None);
        assert_eq!(decode("%E2%82%AC").as_deref(), Some("€"));
    }
}
