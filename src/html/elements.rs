//! What each element means for the text, and how elements end each other.

/// Its text is no part of what is read.
pub fn is_unread(name: &[u8]) -> bool {
    matches!(
        name,
        b"aside"
            | b"audio"
            | b"button"
            | b"canvas"
            | b"datalist"
            | b"dialog"
            | b"footer"
            | b"form"
            | b"iframe"
            | b"math"
            | b"menu"
            | b"nav"
            | b"noembed"
            | b"noframes"
            | b"noscript"
            | b"object"
            | b"rp"
            | b"rt"
            | b"script"
            | b"select"
            | b"style"
            | b"svg"
            | b"template"
            | b"textarea"
            | b"title"
            | b"video"
    )
}

/// Begins and ends a paragraph of its own.
pub fn is_block(name: &[u8]) -> bool {
    ends_paragraph(name)
        || matches!(
            name,
            b"body"
                | b"caption"
                | b"dd"
                | b"dt"
                | b"head"
                | b"html"
                | b"li"
                | b"table"
                | b"tbody"
                | b"td"
                | b"tfoot"
                | b"th"
                | b"thead"
                | b"tr"
        )
}

/// Its line breaks count.
pub fn is_preformatted(name: &[u8]) -> bool {
    matches!(name, b"listing" | b"plaintext" | b"pre" | b"xmp")
}

pub fn is_heading(name: &[u8]) -> bool {
    matches!(name, [b'h', b'1'..=b'6'])
}

/// Where its start tag stands in an open `<p>`, it ends that.
pub fn ends_paragraph(name: &[u8]) -> bool {
    is_preformatted(name)
        || is_heading(name)
        || matches!(
            name,
            b"address"
                | b"article"
                | b"aside"
                | b"blockquote"
                | b"center"
                | b"details"
                | b"dialog"
                | b"div"
                | b"dl"
                | b"fieldset"
                | b"figcaption"
                | b"figure"
                | b"footer"
                | b"form"
                | b"header"
                | b"hgroup"
                | b"hr"
                | b"main"
                | b"menu"
                | b"nav"
                | b"ol"
                | b"p"
                | b"search"
                | b"section"
                | b"summary"
                | b"ul"
        )
}

/// A part of a table; outside of one its tags mean nothing.
pub fn is_table_part(name: &[u8]) -> bool {
    matches!(
        name,
        b"caption" | b"colgroup" | b"tbody" | b"td" | b"tfoot" | b"th" | b"thead" | b"tr"
    )
}

/// Ends with the end tag of anything around it, wherever that stands.
pub fn is_formatting(name: &[u8]) -> bool {
    matches!(
        name,
        b"a" | b"b"
            | b"big"
            | b"code"
            | b"em"
            | b"font"
            | b"i"
            | b"nobr"
            | b"s"
            | b"small"
            | b"strike"
            | b"strong"
            | b"tt"
            | b"u"
    )
}

/// No end tag of an inline element reaches out of it.
pub fn is_special(name: &[u8]) -> bool {
    is_block(name) || is_scope(name) || is_unread(name) && !matches!(name, b"rp" | b"rt")
}

/// No end tag reaches out of it, but for those of a table.
pub fn is_scope(name: &[u8]) -> bool {
    matches!(
        name,
        b"applet" | b"caption" | b"marquee" | b"object" | b"table" | b"td" | b"template" | b"th"
    )
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
