//! Figures that lean on others.

use super::check;

#[test]
fn conversions_and_former_values() {
    check(
        "Sales were 8.42 billion kronor ($886 million).",
        "8.42 billion kronor = 8420000000 SEK; $886 million = 886000000 USD converts 0",
    );
    check(
        "Sales were SEK 8,420 million (7,940).",
        "SEK 8,420 million = 8420000000 SEK; 7,940 = 7940000000 SEK formerly 0",
    );
    check("The margin was 7.3 percent, from 9.4.", "7.3 percent = 7.3 percent; 9.4 = 9.4 percent formerly 0");
}
