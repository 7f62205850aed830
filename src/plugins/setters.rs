//! How the generated setters of requests look.

/// Writes a setter for each field: `set` takes the value, `into` what becomes the value, `insert` a field that this
/// version does not know.
macro_rules! setters {
    ($shape:ty { $($how:ident $field:ident: $type:ty),* $(,)? }) => {
        impl $shape {
            $(setters! { @ $how $field: $type })*
        }
    };
    (@ set $field:ident: $type:ty) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](#structfield.", stringify!($field), ").")]
        #[must_use]
        pub fn $field(mut self, $field: $type) -> Self {
            self.$field = Some($field);
            self
        }
    };
    (@ into $field:ident: $type:ty) => {
        #[doc = concat!("Sets [`", stringify!($field), "`](#structfield.", stringify!($field), ").")]
        #[must_use]
        pub fn $field(mut self, $field: impl Into<$type>) -> Self {
            self.$field = Some($field.into());
            self
        }
    };
    (@ insert $field:ident: $type:ty) => {
        /// Adds a field that this version does not know; it goes to Janus as it is.
        #[must_use]
        pub fn $field(mut self, name: impl Into<String>, value: impl Into<$type>) -> Self {
            self.$field.insert(name.into(), value.into());
            self
        }
    };
}

pub(crate) use setters;
