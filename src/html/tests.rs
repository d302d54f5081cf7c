use super::*;
use crate::model::Span;

/// The text of a page; every run of it must stand in the markup.
fn text(markup: &str) -> String {
    let page = read(markup).unwrap();
    for (at, c) in page.text.char_indices() {
        let source = page.source.source(Span::from_range(at..at + c.len_utf8())).of(markup);
        let is_itself = source == c.encode_utf8(&mut [0; 4]);
        let is_space = c.is_whitespace() && source.trim().is_empty();
        assert!(is_itself || is_space || source.starts_with('&'), "{c:?} comes from {source:?}");
    }
    page.text
}

#[test]
fn blocks_become_paragraphs() {
    assert_eq!(
        text("<h1>A\n b</h1>\n<p>c<p>d<br>e<ul><li>f<li>g</ul>h"),
        "A  b\n\nc\n\nd\ne\n\nf\n\ng\n\nh"
    );
    assert_eq!(text("<pre>a\n  b</pre>"), "a\n  b");
    assert_eq!(text("<pre>a<main>\nb</main>"), "b");
}

#[test]
fn what_is_not_read_is_left_out() {
    let unread = [
        "<script>var a = '<p>b</p>';</script>",
        "<style>p {}</style>",
        "<!-- no -->",
        "<nav><nav>x</nav>y</nav>",
        "<form>x<button>y</button></form>",
        "<footer>x</footer>",
        "<p hidden>x</p>",
        "<head><title>x</title></head>",
        "<noscript><p>x</p></noscript>",
        "<svg><text>x</text></svg>",
        "<input hidden>",
    ];
    for part in unread {
        assert_eq!(text(&format!("<p>one</p>{part}<p>two</p>")), "one\n\ntwo", "{part}");
    }
}

#[test]
fn the_article_comes_first() {
    let page = "<div>a</div><main>b<article> </article><article>c</article>d</main>";
    assert_eq!(text(page), "c");
    assert_eq!(text("<div>a</div><main>b</main>"), "b");
    assert_eq!(text("<p>a<div role=main>b<div>c</div></div>d"), "b\n\nc");
    assert_eq!(text("<p>a<article>b"), "b");
}

#[test]
fn references_map_as_a_whole() {
    let markup = "<p>AT&T &amp; &quot;x&#8239;y&hellip;&quot; &nosuchentity; &#0;</p>\r\n<p>&nbsp;z\r\nw</p>";
    let page = read(markup).unwrap();
    text(markup);
    assert_eq!(page.text, "AT&T & \"x\u{202f}y…\" &nosuchentity; \u{fffd}\n\n\u{a0}z w");
    let of = |words: &str| {
        let start = page.text.find(words).unwrap();
        page.source.source(Span::from_range(start..start + words.len())).of(markup)
    };
    assert_eq!(of("& \"x"), "&amp; &quot;x");
    assert_eq!(of("y…"), "y&hellip;");
    assert_eq!(of("x\u{202f}"), "x&#8239;");
    assert_eq!(of("z w"), "z\r\nw");
    assert_eq!(of("T &"), "T &amp;");
    assert_eq!(text("</nav><plaintext><p>&amp;"), "<p>&amp;");
    // As long as what they stand for.
    assert_eq!(text("<p>a&nGg;b&acE;"), "a⋙̸b∾̳");
}

#[test]
fn empty_and_broken_pages_have_text_or_none() {
    assert_eq!(text(""), "");
    assert_eq!(text("<"), "<");
    assert_eq!(text("a<b"), "a");
    assert_eq!(text("<script>"), "");
    assert_eq!(text("</p></article>a"), "a");
    let empty = read("<p>").unwrap();
    assert_eq!(empty.source.source(Span::new(0, 0)), Span::new(0, 0));
}

#[test]
fn pages_are_told_from_texts() {
    for page in [
        "<!DOCTYPE html>",
        "\u{feff} \n<html lang=en>",
        "<?xml version='1.0'?><html>",
        "<!-- a --><body>",
    ] {
        assert!(is_page(page), "{page}");
    }
    for text in ["", "<", "Xi said: <html>", "<laughter> No.", "<p"] {
        assert!(!is_page(text), "{text}");
    }
}
