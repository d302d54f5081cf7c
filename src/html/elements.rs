//! What each element means for the text.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Its text is no part of what is read.
    Unread,
    /// Begins and ends a paragraph of its own.
    Block,
    /// A block whose line breaks count.
    Preformatted,
    Break,
    Inline,
}

pub fn sort(name: &[u8]) -> Sort {
    match name {
        b"aside" | b"audio" | b"button" | b"canvas" | b"datalist" | b"dialog" | b"footer"
        | b"form" | b"iframe" | b"math" | b"menu" | b"nav" | b"noembed" | b"noframes"
        | b"noscript" | b"object" | b"rp" | b"rt" | b"script" | b"select" | b"style" | b"svg"
        | b"template" | b"textarea" | b"title" | b"video" => Sort::Unread,
        b"address" | b"article" | b"blockquote" | b"body" | b"caption" | b"center" | b"dd"
        | b"details" | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption" | b"figure" | b"h1"
        | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"head" | b"header" | b"hgroup" | b"hr"
        | b"html" | b"li" | b"main" | b"ol" | b"p" | b"search" | b"section" | b"summary"
        | b"table" | b"tbody" | b"td" | b"tfoot" | b"th" | b"thead" | b"tr" | b"ul" => Sort::Block,
        b"pre" | b"listing" | b"plaintext" | b"xmp" => Sort::Preformatted,
        b"br" => Sort::Break,
        _ => Sort::Inline,
    }
}

/// Elements that have no end tag and nothing inside.
pub fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}
