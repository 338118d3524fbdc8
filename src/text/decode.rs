//! Bytes become text, in whatever encoding they are, with the way back to the bytes.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding};

use super::OffsetMap;
use super::offsets::Mapped;

/// Bytes behind this many are left out, so that every offset fits in 32 bits; the limit of the settings is far below.
const LONGEST: usize = 1 << 30;

/// So many bytes tell the encoding of a file without a byte order mark.
const SAMPLE: usize = 64 << 10;

/// The text of a file. What is no character in the file's encoding becomes U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> (String, OffsetMap) {
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest, 3);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, 2, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, 2, u16::from_be_bytes);
    }
    match unmarked_utf16(bytes) {
        Some(read) => utf16(bytes, 0, read),
        None if is_utf8(bytes) => utf8(bytes, 0),
        None => legacy(bytes),
    }
}

/// How two bytes make a unit in UTF-16 without a byte order mark: English then has a zero in nearly every pair, always on
/// the same side.
fn unmarked_utf16(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let pairs = bytes[..bytes.len().min(1024)].as_chunks::<2>().0;
    let zeros = |side: usize| pairs.iter().filter(|p| p[side] == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let mostly = |many: usize, few: usize| many * 2 > pairs.len() && few * 10 <= pairs.len();
    match () {
        () if mostly(second, first) => Some(u16::from_le_bytes),
        () if mostly(first, second) => Some(u16::from_be_bytes),
        () => None,
    }
}

/// Whether bytes are UTF-8, with faults at most: more characters of several bytes than bytes that fit nowhere.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || good > bad
}

fn utf8(bytes: &[u8], mark: usize) -> (String, OffsetMap) {
    let mut mapped = Mapped::default();
    mapped.text.reserve(bytes.len());
    if mark > 0 {
        mapped.skip(mark);
    }
    for chunk in bytes.utf8_chunks() {
        mapped.same(chunk.valid());
        if !chunk.invalid().is_empty() {
            mapped.char(char::REPLACEMENT_CHARACTER, chunk.invalid().len());
        }
    }
    mapped.finish()
}

fn utf16(bytes: &[u8], mark: usize, read: fn([u8; 2]) -> u16) -> (String, OffsetMap) {
    let mut mapped = Mapped::default();
    mapped.text.reserve(bytes.len() / 2);
    if mark > 0 {
        mapped.skip(mark);
    }
    let (pairs, odd) = bytes.as_chunks::<2>();
    for unit in char::decode_utf16(pairs.iter().map(|&pair| read(pair))) {
        // A surrogate without its partner is one unit that stands for no character.
        let c = unit.unwrap_or(char::REPLACEMENT_CHARACTER);
        mapped.char(c, 2 * c.len_utf16());
    }
    if !odd.is_empty() {
        mapped.char(char::REPLACEMENT_CHARACTER, odd.len());
    }
    mapped.finish()
}

fn legacy(bytes: &[u8]) -> (String, OffsetMap) {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], bytes.len() <= SAMPLE);
    decode_as(detector.guess(None, Utf8Detection::Deny), bytes)
}

/// Decodes character by character, so that the bytes of each are known; runs of ASCII are the same in every encoding that
/// the detector names.
fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> (String, OffsetMap) {
    let mut mapped = Mapped::default();
    mapped.text.reserve(bytes.len());
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut at, mut pending) = (0, 0);
    while at < bytes.len() {
        if pending == 0 {
            let run = bytes[at..].iter().take_while(|b| b.is_ascii()).count();
            mapped.same(std::str::from_utf8(&bytes[at..at + run]).unwrap_or_default());
            at += run;
        }
        let Some(&byte) = bytes.get(at) else { break };
        at += 1;
        pending = feed(&mut decoder, &mut mapped, &[byte], pending + 1, false);
    }
    if pending > 0 {
        feed(&mut decoder, &mut mapped, &[], pending, true);
    }
    mapped.finish()
}

/// Feeds one byte, or the end, and returns how many bytes wait for the rest of their character. `pending` counts those that
/// wait with this byte.
fn feed(decoder: &mut Decoder, mapped: &mut Mapped, byte: &[u8], pending: usize, last: bool) -> usize {
    let mut out = [0; 32];
    let (_, _, written, _) = decoder.decode_to_utf8(byte, &mut out, last);
    let text = std::str::from_utf8(&out[..written]).unwrap_or_default();
    let mut left = pending;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // An ASCII byte that ends a broken character comes out behind it and stands for itself.
        let own = chars.peek().is_some_and(char::is_ascii);
        let taken = if own { left.saturating_sub(1) } else { left };
        mapped.char(c, taken);
        left -= taken;
    }
    if written == 0 { pending } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Span;

    /// Decodes, and checks that each character's bytes, decoded alone, give that character.
    fn check(encoding: &'static Encoding, text: &str) {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy);
        let (decoded, map) = decode_as(encoding, &bytes);
        assert_eq!(decoded, text);
        every_char_is_where_it_says(encoding, &bytes, &decoded, &map);
    }

    fn every_char_is_where_it_says(encoding: &'static Encoding, bytes: &[u8], text: &str, map: &OffsetMap) {
        let mut end = 0;
        for (i, c) in text.char_indices() {
            let disk = map.on_disk(Span::from(i..i + c.len_utf8()));
            assert_eq!(disk.start, end, "no gap before {c:?}");
            end = disk.end;
            let (alone, _) = encoding.decode_without_bom_handling(&bytes[disk.range()]);
            assert_eq!(alone.chars().next(), Some(c), "{disk:?}");
        }
        assert_eq!(end as usize, bytes.len());
    }

    #[test]
    fn encodings_of_one_byte_and_of_more() {
        check(encoding_rs::WINDOWS_1252, "The café’s owner – Zoë – paid €40.");
        check(encoding_rs::WINDOWS_1251, "Мэр said 11 человек.");
        check(encoding_rs::SHIFT_JIS, "The 東京 office ｱ ソ closed.");
        check(encoding_rs::GB18030, "The 北京 office 😀 closed.");
        check(encoding_rs::BIG5, "The 台北 office closed.");
        check(encoding_rs::EUC_KR, "The 서울 office closed.");
    }

    #[test]
    fn faults_stand_for_their_own_bytes() {
        let (text, map) = decode_as(encoding_rs::SHIFT_JIS, b"a\x81 b\x82");
        assert_eq!(text, "a\u{FFFD} b\u{FFFD}");
        assert_eq!(map.on_disk(Span::new(4, 5)), Span::new(2, 3), "the blank behind the fault");
        assert_eq!(map.on_disk(Span::new(6, 9)), Span::new(4, 5), "the fault at the end");
        let (text, map) = decode(
            "caf\u{e9} ok \u{e9}"
                .as_bytes()
                .iter()
                .copied()
                .chain([0xFF, b'!'])
                .collect::<Vec<_>>()
                .as_slice(),
        );
        assert_eq!(text, "café ok é\u{FFFD}!");
        assert_eq!(map.on_disk(Span::new(14, 15)), Span::new(12, 13));
    }

    #[test]
    fn marks_and_units() {
        assert_eq!(decode(b"\xEF\xBB\xBFa").1.on_disk(Span::new(0, 1)), Span::new(3, 4));
        for read in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            let units: Vec<u16> =
                "\u{feff}The fire at Røa 😀 killed".encode_utf16().chain([0xD800, u16::from(b'4')]).collect();
            let bytes: Vec<u8> = units.iter().flat_map(|&u| read(u)).collect();
            for skip in [0, 2] {
                let (text, map) = decode(&bytes[skip..]);
                assert_eq!(text, "The fire at Røa 😀 killed\u{FFFD}4");
                let four = text.find('4').unwrap();
                let disk = map.on_disk(Span::from(four..four + 1));
                assert_eq!(disk.end as usize, bytes.len() - skip);
                assert_eq!(disk.len(), 2);
            }
        }
    }

    #[test]
    fn old_english_files_are_read() {
        let (bytes, _, _) =
            encoding_rs::WINDOWS_1252.encode("The mayor’s “plan” – worth £4m – failed, José Díaz said.");
        assert_eq!(decode(&bytes).0, "The mayor’s “plan” – worth £4m – failed, José Díaz said.");
    }

    proptest! {
        #[test]
        fn any_bytes_give_text_with_a_way_back(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let (text, map) = decode(&bytes);
            let mut end = map.on_disk(Span::default()).start;
            for (i, c) in text.char_indices() {
                let disk = map.on_disk(Span::from(i..i + c.len_utf8()));
                prop_assert!(disk.start >= end && disk.start <= disk.end && disk.end as usize <= bytes.len());
                end = disk.end;
            }
            prop_assert!(text.is_empty() || end as usize == bytes.len());
        }

        #[test]
        fn every_utf16_unit_is_found_again(text in "\\PC{0,80}") {
            let bytes: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
            let (decoded, map) = decode(&bytes);
            prop_assert_eq!(&decoded, &text);
            let mut units = 1;
            for (i, c) in text.char_indices() {
                let disk = map.on_disk(Span::from(i..i + c.len_utf8()));
                prop_assert_eq!(disk, Span::from(2 * units..2 * (units + c.len_utf16())));
                units += c.len_utf16();
            }
        }

        #[test]
        fn every_legacy_byte_is_found_again(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            for encoding in [encoding_rs::WINDOWS_1252, encoding_rs::KOI8_R, encoding_rs::ISO_8859_2] {
                let (text, map) = decode_as(encoding, &bytes);
                every_char_is_where_it_says(encoding, &bytes, &text, &map);
            }
        }
    }
}
