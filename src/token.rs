//! Signed tokens, which a server gives to a page that connects to Janus directly.
//!
//! A token for the API opens every request of its plugins. Those of EchoTest (`filename`) and VideoRoom (`rec_dir`)
//! write files on Janus's host: set `protected_folders` in `janus.jcfg` and the plugins' `admin_key` before a page
//! gets a token.
//!
//! A token contains its expiry and what it permits, and is signed with the `token_auth_secret`
//! of Janus, which stays on the server's side. Two kinds are in use: for the API, where it names
//! the plugins that may be attached to, and for a room of VideoRoom or AudioBridge with `signed_tokens`.
//!
//! ```
//! use bifrons::SignedToken;
//!
//! let now = 1_800_000_000; // UNIX time in seconds
//! let secret = "the token_auth_secret of Janus".into();
//! let token = SignedToken::for_plugins(now + 3600, ["janus.plugin.videoroom"])?.sign(&secret)?;
//! let read = SignedToken::check(token.reveal(), &secret, now)?;
//! assert!(read.allows("janus", "janus.plugin.videoroom"));
//! # Ok::<(), bifrons::Error>(())
//! ```

use data_encoding::BASE64;
use ring::hmac;

use crate::error::{Error, ErrorCode, Result};
use crate::id::Id;
use crate::secret::Secret;

/// The realm of tokens for the API.
const API: &str = "janus";
/// The realm of tokens for rooms of VideoRoom.
const VIDEOROOM: &str = "janus.plugin.videoroom";

/// The latest expiry that is signed, the end of the year 9999: a later one is a time in milliseconds.
const LATEST: u64 = 253_402_300_799;

/// What a token is good for, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedToken {
    expires: u64,
    realm: String,
    descriptors: Vec<String>,
}

impl SignedToken {
    /// A token of any realm, good until `expires` (UNIX time in seconds).
    ///
    /// # Errors
    /// [`ErrorCode::InvalidArgument`] when the realm or a descriptor is empty or has a comma or a colon, which stand
    /// between the parts of a token, or when it expires after the year 9999, as a time in milliseconds would.
    pub fn new(
        realm: &str,
        expires: u64,
        descriptors: impl IntoIterator<Item = impl Into<String>>,
    ) -> Result<Self> {
        let token = Self {
            expires,
            realm: realm.to_owned(),
            descriptors: descriptors.into_iter().map(Into::into).collect(),
        };
        if token.words().any(|word| word.is_empty() || word.contains([',', ':'])) {
            let text = "a realm or descriptor of a token must not be empty, nor have a comma or a colon";
            return Err(Error::new(ErrorCode::InvalidArgument, text));
        }
        if expires > LATEST {
            let text = "a token's expiry must be a UNIX time in seconds, up to the year 9999";
            return Err(Error::new(ErrorCode::InvalidArgument, text));
        }
        Ok(token)
    }

    /// A token for the API with which these plugins can be attached to, by their package names.
    /// Without any, none can.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn for_plugins(expires: u64, plugins: impl IntoIterator<Item = impl Into<String>>) -> Result<Self> {
        Self::new(API, expires, plugins)
    }

    /// A token to join a room of VideoRoom that was created with `signed_tokens`; it goes into the
    /// request's `token`, while the connection has one for the API.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn for_room(expires: u64, room: &Id) -> Result<Self> {
        Self::for_room_of(VIDEOROOM, expires, room)
    }

    /// A token to join a room of this plugin, by the plugin's package name, such as
    /// `AudioBridge::PACKAGE` (Janus 1.4.2 and newer), that was created with `signed_tokens`.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn for_room_of(plugin: &str, expires: u64, room: &Id) -> Result<Self> {
        Self::new(plugin, expires, [format!("room={room}")])
    }

    fn words(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.realm).chain(&self.descriptors)
    }

    /// Until when it is good, as UNIX time in seconds.
    #[must_use]
    pub fn expires(&self) -> u64 {
        self.expires
    }

    /// Whether it is of this realm and names this descriptor.
    #[must_use]
    pub fn allows(&self, realm: &str, descriptor: &str) -> bool {
        self.realm == realm && self.descriptors.iter().any(|named| named == descriptor)
    }

    /// The token's text.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidArgument`] when the secret is empty.
    pub fn sign(&self, secret: &Secret) -> Result<Secret> {
        let key = key(secret)?;
        let mut text = self.expires.to_string();
        for word in self.words() {
            text.push(',');
            text.push_str(word);
        }
        let signature = hmac::sign(&key, text.as_bytes());
        text.push(':');
        BASE64.encode_append(signature.as_ref(), &mut text);
        Ok(Secret::from(text))
    }

    /// Reads a token as Janus does at `now` (UNIX time in seconds). What it
    /// [allows](Self::allows) is another question.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidToken`] for one that is no token, was signed with another secret, was
    /// changed, or has expired. [`ErrorCode::InvalidArgument`] for an empty secret: anybody can sign with it.
    pub fn check(text: &str, secret: &Secret, now: u64) -> Result<Self> {
        let key = key(secret)?;
        let invalid = |text: &'static str| Error::new(ErrorCode::InvalidToken, text);
        let (data, signature) = text.split_once(':').ok_or_else(|| invalid("this is no signed token"))?;
        let signature =
            BASE64.decode(signature.as_bytes()).map_err(|_| invalid("this is no signed token"))?;
        hmac::verify(&key, data.as_bytes(), &signature)
            .map_err(|_| invalid("the token was changed, or signed with another secret"))?;
        let mut words = data.split(',');
        let mut word = || words.next().ok_or_else(|| invalid("this is no signed token"));
        let expires = expiry(word()?).ok_or_else(|| invalid("the token's expiry is no time"))?;
        let realm = word()?.to_owned();
        if now > expires {
            return Err(invalid("the token has expired"));
        }
        Ok(Self { expires, realm, descriptors: words.map(str::to_owned).collect() })
    }
}

/// Parses an expiry of up to 63 bits, as Janus holds it; `parse` alone accepts a plus sign, too.
fn expiry(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let time = digits.then(|| text.parse::<i64>().ok()).flatten();
    time.and_then(|time| u64::try_from(time).ok())
}

/// Janus signs with SHA-1, which is sound within an HMAC.
fn key(secret: &Secret) -> Result<hmac::Key> {
    let secret = secret.reveal().as_bytes();
    if secret.is_empty() {
        let text = "the secret of tokens is empty: it must be the token_auth_secret of Janus";
        return Err(Error::new(ErrorCode::InvalidArgument, text));
    }
    Ok(hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_800_000_000;

    fn secret() -> Secret {
        Secret::from("a secret")
    }

    #[test]
    fn a_token_is_what_it_was_signed_as() {
        let token = SignedToken::for_plugins(NOW, ["janus.plugin.sip", "janus.plugin.videoroom"]).unwrap();
        let text = token.sign(&secret()).unwrap();
        assert!(text.reveal().starts_with("1800000000,janus,janus.plugin.sip,janus.plugin.videoroom:"));
        let read = SignedToken::check(text.reveal(), &secret(), NOW).unwrap();
        assert_eq!(read, token);
        assert!(read.allows("janus", "janus.plugin.sip") && !read.allows("janus", "janus.plugin.echotest"));
        let room = SignedToken::for_room(NOW, &Id::from(1234)).unwrap();
        assert!(room.allows("janus.plugin.videoroom", "room=1234"));
        assert!(!room.allows("janus", "room=1234"));
    }

    #[test]
    fn a_room_of_audiobridge_has_a_realm_of_its_own() {
        let token = SignedToken::for_room_of("janus.plugin.audiobridge", NOW, &Id::from(5)).unwrap();
        let text = token.sign(&secret()).unwrap();
        // Signed by openssl.
        assert_eq!(text.reveal(), "1800000000,janus.plugin.audiobridge,room=5:WzaluAIgmZcnVVAH7J+qGYO5lQI=");
        let nowhere = SignedToken::for_room_of("", NOW, &Id::from(5));
        assert_eq!(nowhere.unwrap_err().code(), ErrorCode::InvalidArgument);
    }

    #[test]
    fn others_are_refused() {
        let text = SignedToken::for_plugins(NOW, ["janus.plugin.sip"]).unwrap().sign(&secret()).unwrap();
        let text = text.reveal();
        let refused = |text: &str, now| {
            let error = SignedToken::check(text, &secret(), now).unwrap_err();
            assert_eq!(error.code(), ErrorCode::InvalidToken);
            error.message().to_owned()
        };
        assert!(refused(text, NOW + 1).contains("expired"));
        assert!(refused(&text.replace("sip", "lua"), NOW).contains("changed"));
        assert!(SignedToken::check(text, &Secret::from("another"), NOW).is_err());
        for nonsense in ["", ":", "a", "1,janus", "1,janus:!", "1:aaaa", ",:", "-1,janus:YQ=="] {
            refused(nonsense, NOW);
        }
    }

    #[test]
    fn what_would_read_as_something_else_is_no_token() {
        for descriptor in ["", "a,b", "a:b"] {
            let error = SignedToken::for_plugins(NOW, [descriptor]).unwrap_err();
            assert_eq!(error.code(), ErrorCode::InvalidArgument);
        }
    }
}
