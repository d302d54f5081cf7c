//! The programs that the commands call, and how they come onto the machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the root")
}

/// Where cargo puts what it builds, and we what tests need.
pub fn target() -> Result<PathBuf> {
    let metadata =
        output(cargo().args(["metadata", "--no-deps", "--format-version=1", "--offline"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder = metadata["target_directory"].as_str().context("cargo named no target folder")?;
    let folder = Path::new(folder).join("xtask");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The cargo that runs us, started in the root.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// A script of a package under `tests/`, by the name that npm gives it.
pub fn npm_tool(name: &str) -> Command {
    let mut tool = Command::new(tests().join("node_modules/.bin").join(name));
    tool.current_dir(tests());
    tool
}

/// Node, started in `tests/`.
pub fn node() -> Command {
    let mut node = Command::new("node");
    node.current_dir(tests());
    node
}

pub fn tests() -> PathBuf {
    root().join("tests")
}

/// Runs to the end and turns a bad exit into an error.
pub fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("cannot start `{name}`"))?;
    ensure!(status.success(), "`{}` failed ({status})", shown(command));
    Ok(())
}

/// Runs to the end and returns what it printed.
pub fn output(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{name}`"))?;
    ensure!(output.status.success(), "`{}` failed ({})", shown(command), output.status);
    Ok(String::from_utf8(output.stdout)?)
}

/// Copies a file or a folder.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for entry in fs::read_dir(from)? {
            let name = entry?.file_name();
            copy(&from.join(&name), &to.join(&name))?;
        }
        return Ok(());
    }
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

fn shown(command: &Command) -> String {
    let mut words = vec![file_name(Path::new(command.get_program()))];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy().into_owned()));
    words.join(" ")
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Adds the wasm target to the toolchain where it is missing.
pub fn ensure_wasm_target() -> Result<()> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(root()).args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let libraries = output(&mut rustc)?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    eprintln!("adding the target {WASM_TARGET}");
    run(Command::new("rustup").current_dir(root()).args(["target", "add", WASM_TARGET]))
        .with_context(|| {
            format!(
                "the Rust toolchain lacks the target {WASM_TARGET}: install its standard library"
            )
        })
}

/// Adds the standard library's source to the toolchain where it is missing, and tells whether it is
/// there.
pub fn ensure_std_source() -> bool {
    let source = "lib/rustlib/src/rust/library/Cargo.lock";
    let sysroot = || output(Command::new("rustc").current_dir(root()).args(["--print", "sysroot"]));
    let has = || sysroot().is_ok_and(|sysroot| Path::new(sysroot.trim()).join(source).is_file());
    let add =
        || run(Command::new("rustup").current_dir(root()).args(["component", "add", "rust-src"]));
    let there = has() || add().is_ok() && has();
    if !there {
        eprintln!("the toolchain has no rust-src: the module gets 12 kB larger than it could be");
    }
    there
}

/// Installs the packages that `tests/package-lock.json` names, when they are not there yet.
pub fn ensure_npm_packages() -> Result<()> {
    let version = output(Command::new("node").arg("--version"))
        .context("Node.js 20 or newer is needed: install it and its npm")?;
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    ensure!(
        major.parse().is_ok_and(|major: u32| major >= 20),
        "Node.js 20 or newer is needed, found {}",
        version.trim()
    );
    let lock = fs::read(tests().join("package-lock.json"))?;
    let installed = tests().join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    run(Command::new("npm").current_dir(tests()).args([
        "ci",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    fs::write(installed, lock)?;
    Ok(())
}

/// A browser that the page is tested in.
#[derive(Clone, Copy)]
pub struct Browser {
    pub name: &'static str,
    /// The environment variable that names the program outright.
    variable: &'static str,
    programs: &'static [&'static str],
    /// Programs without which it does not run here.
    needs: &'static [&'static str],
    debian_packages: &'static [&'static str],
}

pub const CHROMIUM: Browser = Browser {
    name: "chromium",
    variable: "CHROMIUM",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    needs: &[],
    debian_packages: &["chromium"],
};

pub const FIREFOX: Browser = Browser {
    name: "firefox",
    variable: "FIREFOX",
    programs: &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    needs: &[],
    debian_packages: &["firefox-esr"],
};

/// Driven by WebDriver on a screen of its own.
pub const WEBKIT: Browser = Browser {
    name: "WebKitGTK",
    variable: "WEBKIT_DRIVER",
    programs: &["WebKitWebDriver"],
    needs: &["xvfb-run", "xauth"],
    debian_packages: &["webkit2gtk-driver", "xvfb", "xauth"],
};

impl Browser {
    /// The program's path; installs it by the system's package manager if that needs no password.
    pub fn ensure(&self) -> Result<PathBuf> {
        if let Some(path) = env::var_os(self.variable) {
            let path = PathBuf::from(path);
            ensure!(path.is_file(), "{}={} is no file", self.variable, path.display());
            return Ok(path);
        }
        if let Some(path) = self.find() {
            return Ok(path);
        }
        let packages = self.debian_packages;
        if !(is_root() && find_program("apt-get").is_some()) {
            bail!(
                "{} is missing: install it (Debian: `sudo apt-get install {}`) or name its program \
                 in the environment variable {}",
                self.name,
                packages.join(" "),
                self.variable
            );
        }
        eprintln!("installing {}", packages.join(" "));
        let apt = || {
            let mut apt = Command::new("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq").stdout(Stdio::null());
            apt
        };
        run(apt().arg("update"))?;
        run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))?;
        self.find().with_context(|| format!("{} was installed but is not found", self.name))
    }

    fn find(&self) -> Option<PathBuf> {
        self.needs.iter().try_for_each(|name| find_program(name).map(drop))?;
        self.programs.iter().find_map(|name| find_program(name))
    }
}

fn find_program(name: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
