//! Enums whose variants have names: those of JSON, of JavaScript, and of
//! [`Display`](std::fmt::Display).

/// Makes an enum from its variants and their names.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$about])* $variant,)*
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// Its name in JSON and in JavaScript.
            pub const fn name(self) -> &'static str {
                match self {
                    $($name::$variant => $text,)*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

pub(crate) use named;

#[cfg(test)]
mod tests {
    use crate::model::*;

    /// "direct" | "indirect" | ...
    macro_rules! union {
        ($name:ident) => {{
            let names = $name::ALL.iter().map(|one| format!("\"{one}\""));
            names.collect::<Vec<_>>().join(" | ")
        }};
    }

    #[test]
    fn typescript_has_the_same_names() {
        let types: Vec<_> = include_str!("../wasm.d.ts").split_whitespace().collect();
        let types = types.join(" ");
        for union in [
            union!(Format),
            union!(BlockKind),
            union!(Script),
            union!(Direction),
            union!(DateRole),
            union!(MentionForm),
            union!(Kind),
            union!(Act),
            union!(Rule),
            union!(Link),
        ] {
            assert!(types.contains(&[&union, ";"].concat()), "{union}");
        }
    }
}
