//! Forms of numerals, units, money and hedges.

use super::check;

#[test]
fn digits_words_and_magnitudes() {
    check("The plant employs 11,000 people.", "11,000 = 11000 person");
    check("Eleven thousand people marched.", "Eleven thousand = 11000 person");
    check("About 11 thousand people marched.", "about 11 thousand = 11000 person");
    check("Twenty-one houses burned.", "Twenty-one = 21 house");
    check("They sold two and a half million tickets.", "two and a half million = 2500000 ticket");
    check("A hundred and twenty families moved.", "A hundred and twenty = 120 family");
    check("Half a million voters stayed home.", "Half a million = 500000 person");
    check("The herd has three hundred and five cows.", "three hundred and five = 305 cow");
    check("It drew 1.3 million viewers.", "1.3 million = 1300000 person");
    check("The bank sent 12,50,000 letters.", "12,50,000 = 1250000 letter");
    check(
        "The scheme covers 5 lakh farmers and 2 crore homes.",
        "5 lakh = 500000 person; 2 crore = 20000000 home",
    );
    check("The library holds 1.234.567 volumes.", "1.234.567 = 1234567 volume");
    check("The river rose by 12,5 metres.", "12,5 metres = 12.5 metre");
    check("It took 5 1/2 hours.", "5 1/2 hours = 5.5 hour");
    check("It took 3½ hours.", "3½ hours = 3.5 hour");
}

#[test]
fn vague_numerals_by_convention() {
    check("Several thousand fans waited.", "Several thousand = 3000..9000 person");
    check("Dozens of cars were crushed.", "Dozens = 24..99 car");
    check("Hundreds of homes flooded.", "Hundreds = 200..999 home");
    check("Thousands of workers walked out.", "Thousands = 2000..9999 person");
    check("Tens of thousands of refugees crossed.", "Tens of thousands = 20000..99990 person");
    check("A few hundred nurses joined.", "A few hundred = 300..500 person");
    check("Scores of shops closed.", "Scores = 40..99 shop");
    check("A couple of officers stayed.", "A couple = 2..3 person");
    check("He ordered a dozen or so helicopters.", "about a dozen = 12 helicopter");
    check("Two dozen horses died.", "Two dozen = 24 horse");
    check("She owned a score of paintings.", "a score = 20 painting");
}

#[test]
fn ages_without_their_unit() {
    check("She made her debut at 16.", "16 = 16 year");
    check("He died of cancer at 91, his family said.", "91 = 91 year");
    check("He's 18 going on 30.", "18 = 18 year; 30 = 30 year");
    check("The rate was held at 16 percent.", "16 percent = 16 percent");
    check("The index closed at 6,120.", "6,120 = 6120");
    check("He died at 9 Elm Street.", "");
}

#[test]
fn halves_joined_by_hyphens() {
    check("One-and-a-half million homes are dark.", "One-and-a-half million = 1500000 home");
    check("The climb took two-and-a-half hours.", "two-and-a-half hours = 2.5 hour");
    check("A four-and-a-half-mile tunnel opened.", "four-and-a-half-mile = 4.5 mile");
    check("She served a three-and-a-half-year term.", "three-and-a-half-year = 3.5 year");
    check("The choir won one-and-all applause.", "");
}

#[test]
fn feet_and_inches() {
    check("The winger is 6'3\" tall.", "6'3\" = 6.25 foot");
    check("She stands 5’7” in her boots.", "5’7” = 5.5833 foot");
    check("The mast is 9′ 6″ long.", "9′ 6″ = 9.5 foot");
    check("The centre, 6'9, scored 31 points.", "6'9 = 6.75 foot; 31 = 31 point");
    check("In '03 the '90s were over.", "");
}

#[test]
fn the_unit_at_the_head_of_a_row() {
    check("Net sales (SEK m) 3,915 3,702", "3,915 = 3915000000 SEK; 3,702 = 3702000000 SEK");
    check("Operating profit (EURm): 96.", "96 = 96000000 EUR");
    check("Revenue ($ million) 1,204, staff 310.", "1,204 = 1204000000 USD; 310 = 310");
    check("Debt (in millions of euros): 77.", "77 = 77000000 EUR");
    check("Turnout (%): 61.4.", "61.4 = 61.4 percent");
    check("Depth (km) 14.", "14 = 14 kilometre");
    check("Debt (£bn) 4.2 and 5 men were held.", "4.2 = 4200000000 GBP; 5 = 5 person");
    check("The bank (UBS) 40 years ago had 12 staff.", "40 years = 40 year; 12 = 12 person");
}

#[test]
fn numbers_in_tables_and_lists() {
    check("1) Two men were held.\n\n2) Four women were freed.", "Two = 2 person; Four = 4 person");
    check("The tax will raise ₹12,500 crore.", "₹12,500 crore = 125000000000 INR");
    check("The levy costs Rs 3 lakh a year.", "Rs 3 lakh = 300000 INR");
    check("He is 5ft 10in and his sister 6-foot-1.", "5ft 10in = 5.8333 foot; 6-foot-1 = 6.0833 foot");
}

#[test]
fn money_by_sign_code_and_name() {
    check("The deal is worth $2.3bn.", "$2.3bn = 2300000000 USD");
    check("He paid US$1.5 million for it.", "US$1.5 million = 1500000 USD");
    check("The club spent £4m on him.", "£4m = 4000000 GBP");
    check("The fine of 612 million Swedish crowns stands.", "612 million Swedish crowns = 612000000 SEK");
    check("Profit was SEK 8,420 million.", "SEK 8,420 million = 8420000000 SEK");
    check("The ticket costs Rp50,000 today.", "Rp50,000 = 50000 IDR");
    check("The fund holds 500 million lek for Albania.", "500 million lek = 500000000 ALL");
    check("The road cost €12.5 million.", "€12.5 million = 12500000 EUR");
    check(
        "It raised between $12 million and $20 million.",
        "$12 million and $20 million = 12000000..20000000 USD",
    );
    check("It raised $2-3 billion.", "$2-3 billion = 2000000000..3000000000 USD");
    check("Bread costs 50 cents.", "50 cents = 0.5 USD");
    check("A stamp costs 85p.", "85p = 0.85 GBP");
    check("Revenue was 20.1 mln dlrs.", "20.1 mln dlrs = 20100000 USD");
}

#[test]
fn percentages_and_measures() {
    check("Prices rose 12 percent.", "12 percent = 12 percent");
    check("Prices rose 12 per cent.", "12 per cent = 12 percent");
    check("Sales rose 10-15%.", "10-15% = 10..15 percent");
    check("Rates rose 0.5 percentage points.", "0.5 percentage points = 0.5 percentage point");
    check("Net rose 17.5 pct.", "17.5 pct = 17.5 percent");
    check("The fire burned 30 square miles.", "30 square miles = 30 square mile");
    check("Winds reached 120 km/h.", "120 km/h = 120 kilometre per hour");
    check("It fell to minus 20 degrees Celsius.", "minus 20 degrees Celsius = -20 degree Celsius");
    check("It was 31°C at noon.", "31°C = 31 degree Celsius");
    check("He is 5ft 10in tall.", "5ft 10in = 5.8333 foot");
    check("The flight lasted two hours and 40 minutes.", "two hours and 40 minutes = 2.6667 hour");
    check("They walked half a mile.", "half a mile = 0.5 mile");
    check("It ships thousands of metric tons of grain.", "thousands of metric tons = 2000..9999 tonne");
    check("The ship lies 200 feet down.", "200 feet = 200 foot");
}

#[test]
fn hedges_before_and_behind() {
    check("At least 30 people died.", "at least 30 = 30 person");
    check("No fewer than 30 people died.", "at least 30 = 30 person");
    check("As many as 500 students took part.", "up to 500 = 500 person");
    check("More than 60 aftershocks followed.", "more than 60 = 60 aftershock");
    check("Nearly 40 cyclists fell.", "almost 40 = 40 person");
    check("Under 20 percent voted.", "less than 20 percent = 20 percent");
    check("Some 1,200-odd guests came.", "about 1,200 = 1200 person");
    check("Fines of $500 or more are rare.", "at least $500 = 500 USD");
    check("It has 300+ branches.", "at least 300 = 300 branch");
}

#[test]
fn shared_names_of_currencies_are_told_by_the_country() {
    check("Norway will pay 40 million crowns.", "40 million crowns = 40000000 NOK");
    check("The Danish fund lost 40 million kroner.", "40 million kroner = 40000000 DKK");
    check("Egypt raised wages by 900 million pounds.", "900 million pounds = 900000000 EGP");
    check("It cost 30 million Hong Kong dollars.", "30 million Hong Kong dollars = 30000000 HKD");
    check("The Swiss bank paid 2 billion francs.", "2 billion francs = 2000000000 CHF");
    check("It weighs 30 pounds.", "30 pounds = 30 pound");
    check("Two teams won cups.", "Two = 2 team");
    check("The price is A$45.", "A$45 = 45 AUD");
    check("South Korea spent 3 trillion won.", "3 trillion won = 3000000000000 KRW");
    check("He owes 5,000 rupees in Nepal.", "5,000 rupees = 5000 NPR");
}

#[test]
fn ranges() {
    check("Growth of 4 to 6 percent is seen.", "4 to 6 percent = 4..6 percent");
    check("It needs 5 to 7 million doses.", "5 to 7 million = 5000000..7000000 dose");
    check("Three or four men ran.", "Three or four = 3..4 person");
    check("It seats 200–250 guests.", "200–250 = 200..250 person");
    check("Fees are £10-£15.", "£10-£15 = 10..15 GBP");
    check("Waves were 2.5 to 3 metres high.", "2.5 to 3 metres = 2.5..3 metre");
}

#[test]
fn ranges_that_print_their_thousands_once() {
    check("Some 30-40,000 people marched.", "about 30-40,000 = 30000..40000 person");
    check("The peak is 8 to 9,000 feet high.", "8 to 9,000 feet = 8000..9000 foot");
    check("Between 5 and 6,000 men dug in.", "5 and 6,000 = 5000..6000 person");
    check("Between 500 and 1,000 men dug in.", "500 and 1,000 = 500..1000 person");
}

#[test]
fn measures_of_science_cars_and_phones() {
    check(
        "The motor gives 350Nm at 1,750 rpm.",
        "350Nm = 350 newton metre; 1,750 rpm = 1750 revolution per minute",
    );
    check("Chips of 7nm are next.", "7nm = 7 nanometre");
    check("The V6 makes 290 lb-ft.", "290 lb-ft = 290 pound-foot");
    check(
        "It emits 98g/km and films at 120fps.",
        "98g/km = 98 gram per kilometre; 120fps = 120 frame per second",
    );
    check("The battery of 4,300mAh lasts.", "4,300mAh = 4300 milliampere hour");
    check("A delay of 15 ms is too long.", "15 ms = 15 millisecond");
    check("He lost 3 stone.", "3 stone = 3 stone");
    check("They own six stone cottages.", "six = 6 cottage");
    check("The parcel weighed 12 pounds and cost £9.", "12 pounds = 12 pound; £9 = 9 GBP");
}

#[test]
fn decimals_and_halves_in_digits() {
    check("The stamp costs .45 euros.", ".45 euros = 0.45 EUR");
    check("It fell 65.6 percent to $.07.", "65.6 percent = 65.6 percent; $.07 = 0.07 USD");
    check("The loss was 65.7 million euros.", "65.7 million euros = 65700000 EUR");
    check("A 3-and-a-half-mile path.", "3-and-a-half-mile = 3.5 mile");
}
