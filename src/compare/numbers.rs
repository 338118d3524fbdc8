//! The claims of a story by number, so that what is known of each stands in a plain list.

use crate::corpus::Story;

use super::ClaimRef;

/// Numbers for all claims of a story, in its order.
pub struct Numbers {
    /// For every article the number of its first claim, and behind them that of all.
    first: Vec<u32>,
}

impl Numbers {
    /// The numbers of a story's claims.
    pub fn of(story: &Story) -> Self {
        Self::of_counts(story.readings.iter().map(|reading| reading.claims.len()))
    }

    /// The numbers for articles with so many claims each.
    pub fn of_counts(counts: impl Iterator<Item = usize>) -> Self {
        let mut first = vec![0];
        let mut count = 0;
        first.extend(counts.map(|claims| {
            count += claims as u32;
            count
        }));
        Self { first }
    }

    /// How many claims there are.
    pub fn count(&self) -> u32 {
        self.first.last().copied().unwrap_or_default()
    }

    /// The number of a claim.
    pub fn number(&self, claim: ClaimRef) -> u32 {
        self.first[claim.article as usize] + claim.claim
    }

    /// All claims, each at the place that its number says.
    pub fn claims(&self) -> Vec<ClaimRef> {
        let articles = (0u32..).zip(self.first.windows(2));
        let claims = articles
            .flat_map(|(article, ends)| (0..ends[1] - ends[0]).map(move |claim| ClaimRef { article, claim }));
        claims.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_claim_stands_where_its_number_says() {
        let numbers = Numbers::of_counts([2, 0, 3].into_iter());
        let claims = numbers.claims();
        assert_eq!(claims.len(), numbers.count() as usize);
        assert_eq!(claims[2], ClaimRef { article: 2, claim: 0 });
        assert!((0u32..).zip(&claims).all(|(number, &claim)| numbers.number(claim) == number));
    }
}
