//! The words of closed sets: media types, codecs and others that several plugins have.
//!
//! Each set is an enum. A word that this version does not know is its `Other`, so that a newer Janus can be used.

/// Defines sets of words, which are texts on the wire. `codegen` reads them.
macro_rules! words {
    ($(
        $(#[$doc:meta])*
        $name:ident {
            $($(#[$word_doc:meta])* $variant:ident = $word:literal,)+
        }
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$word_doc])* $variant,)+
            /// A word that this version does not know. Texts become words by `into` or `parse`.
            Other(String),
        }

        impl $name {
            /// Returns the word as on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }

            fn known(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self::known(word).unwrap_or_else(|| Self::Other(word.to_owned()))
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                Self::known(&word).unwrap_or(Self::Other(word))
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Ok(word.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, word: &str) -> bool {
                self.as_str() == word
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, word: &&str) -> bool {
                self.as_str() == *word
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from).map(Self::from)
            }
        }
    )+};
}

pub(crate) use words;

words! {
    /// The type of media.
    MediaKind {
        /// Audio, such as Opus.
        Audio = "audio",
        /// Video, such as VP8.
        Video = "video",
        /// A data channel.
        Data = "data",
    }

    /// A codec of audio or video.
    Codec {
        /// The audio codec Opus, mono or stereo.
        Opus = "opus",
        /// Opus with more than two channels.
        Multiopus = "multiopus",
        /// Redundant audio (RFC 2198).
        Red = "red",
        /// G.711, µ-law.
        Pcmu = "pcmu",
        /// G.711, A-law.
        Pcma = "pcma",
        /// The audio codec G.722.
        G722 = "g722",
        /// iSAC with 16 kHz.
        Isac16 = "isac16",
        /// iSAC with 32 kHz.
        Isac32 = "isac32",
        /// Uncompressed audio with 16 kHz.
        L16 = "l16",
        /// Uncompressed audio with 48 kHz.
        L16At48 = "l16-48",
        /// The video codec VP8.
        Vp8 = "vp8",
        /// The video codec VP9.
        Vp9 = "vp9",
        /// The video codec H.264.
        H264 = "h264",
        /// The video codec AV1.
        Av1 = "av1",
        /// The video codec H.265.
        H265 = "h265",
        /// The stream has no codec yet.
        NoCodec = "none",
    }

    /// Whether media over plain RTP are encrypted, with keys in the SDP (SDES).
    SrtpMode {
        /// Encryption is offered.
        SdesOptional = "sdes_optional",
        /// Encryption is required.
        SdesMandatory = "sdes_mandatory",
    }

    /// The address family in which a host name is resolved.
    HostFamily {
        /// An IPv4 address.
        Ipv4 = "ipv4",
        /// An IPv6 address.
        Ipv6 = "ipv6",
    }

    /// The stream of a call that is forwarded.
    CallStream {
        /// The audio that this side sends.
        Audio = "audio",
        /// The video that this side sends.
        Video = "video",
        /// The audio that the peer sends.
        PeerAudio = "peer_audio",
        /// The video that the peer sends.
        PeerVideo = "peer_video",
    }

    /// The change of the tokens that may join a room.
    AllowAction {
        /// Turns the check of tokens on.
        Enable = "enable",
        /// Turns the check of tokens off.
        Disable = "disable",
        /// Adds tokens to the list.
        Add = "add",
        /// Removes tokens from the list.
        Remove = "remove",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "this is a test")]

    use super::*;

    #[test]
    fn words_are_texts_on_the_wire_and_unknown_ones_stay() {
        for (word, codec) in [
            ("opus", Codec::Opus),
            ("l16-48", Codec::L16At48),
            ("OPUS", Codec::Other("OPUS".to_owned())),
            ("new", Codec::Other("new".to_owned())),
            ("", Codec::Other(String::new())),
        ] {
            let json = serde_json::Value::from(word);
            assert_eq!(serde_json::from_value::<Codec>(json.clone()).unwrap(), codec);
            assert_eq!(serde_json::to_value(&codec).unwrap(), json);
            assert_eq!((Codec::from(word), Codec::from(word.to_owned())), (codec.clone(), codec.clone()));
            assert_eq!(word.parse::<Codec>().unwrap(), codec);
            assert_eq!((codec.as_str(), &*codec.to_string()), (word, word));
            assert!(codec == *word && codec == word);
        }
        assert!(serde_json::from_value::<Codec>(7.into()).is_err());
    }
}
