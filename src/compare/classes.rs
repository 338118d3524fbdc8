//! Claims put together step by step.

use super::ClaimRef;
use super::numbers::Numbers;

/// The claims of a story in classes, each by its number: at first each claim is in one of its own.
pub struct Classes {
    claims: Vec<ClaimRef>,
    /// For every claim where the run of those related to it begins, and behind them the end of the last.
    from: Vec<u32>,
    /// The claims related to others, run behind run.
    related: Vec<u32>,
    /// For every claim its class.
    class: Vec<u32>,
    /// For every class its claims, sorted; none where no relation speaks of it, or once it has gone into another.
    members: Vec<Vec<u32>>,
}

impl Classes {
    /// The claims of a story, each alone; `pairs` are those that relations speak of.
    pub fn of(numbers: &Numbers, pairs: &[(u32, u32)]) -> Self {
        let count = numbers.count();
        let mut from = vec![0u32; count as usize + 1];
        let ends = || pairs.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
        ends().for_each(|(claim, _)| from[claim as usize] += 1);
        // Each run is filled from its end.
        let mut end = 0;
        for start in &mut from {
            end += *start;
            *start = end;
        }
        let members = (0..count).zip(&from);
        let mut before = 0;
        let members = members
            .map(
                |(claim, &end)| {
                    if std::mem::replace(&mut before, end) < end { vec![claim] } else { Vec::new() }
                },
            )
            .collect();
        let mut related = vec![0; end as usize];
        for (claim, other) in ends() {
            from[claim as usize] -= 1;
            related[from[claim as usize] as usize] = other;
        }
        Classes { claims: numbers.claims(), from, related, class: (0..count).collect(), members }
    }

    /// The class of a claim.
    pub fn class_of(&self, claim: u32) -> u32 {
        self.class[claim as usize]
    }

    /// Makes one class of those of two related claims.
    pub fn join(&mut self, pair: (u32, u32)) {
        let Some((x, y)) = self.classes(pair) else { return };
        let smaller = self.members[x as usize].len() < self.members[y as usize].len();
        let (give, keep) = if smaller { (x, y) } else { (y, x) };
        let given = std::mem::take(&mut self.members[give as usize]);
        for &claim in &given {
            self.class[claim as usize] = keep;
        }
        let kept = &mut self.members[keep as usize];
        kept.extend(given);
        // Two sorted runs are soon merged.
        kept.sort();
    }

    /// Of how many pairs between the classes of two related claims relations speak, and how many pairs of claims of two articles
    /// there are. `None` where the two are of one class.
    pub fn ties(&self, pair: (u32, u32)) -> Option<(usize, usize)> {
        let (x, y) = self.classes(pair)?;
        let (x, y) = (&self.members[x as usize], &self.members[y as usize]);
        let (few, many) = if x.len() < y.len() { (x, y) } else { (y, x) };
        let class = self.class[many[0] as usize];
        let found = few.iter().flat_map(|&claim| self.related_to(claim));
        let found = found.filter(|&&c| self.class[c as usize] == class).count();
        Some((found, x.len() * y.len() - self.of_one_article(x, y)))
    }

    fn related_to(&self, claim: u32) -> &[u32] {
        let at = claim as usize;
        &self.related[self.from[at] as usize..self.from[at + 1] as usize]
    }

    /// How many pairs of one claim of each are of one article.
    fn of_one_article(&self, x: &[u32], y: &[u32]) -> usize {
        let article = |claim: u32| self.claims[claim as usize].article;
        let (mut rest, mut pairs) = (y, 0);
        for own in x.chunk_by(|&a, &b| article(a) == article(b)) {
            let here = article(own[0]);
            rest = &rest[rest.partition_point(|&claim| article(claim) < here)..];
            pairs += own.len() * rest.partition_point(|&claim| article(claim) == here);
        }
        pairs
    }

    /// All classes of two claims or more with their numbers, each sorted.
    pub fn all(&self) -> impl Iterator<Item = (u32, Vec<ClaimRef>)> {
        (0u32..).zip(&self.members).filter(|(_, members)| members.len() > 1).map(|(class, members)| {
            let claims = members.iter().map(|&claim| self.claims[claim as usize]).collect();
            (class, claims)
        })
    }

    /// The classes of two related claims, where they are two.
    fn classes(&self, (a, b): (u32, u32)) -> Option<(u32, u32)> {
        let (x, y) = (self.class[a as usize], self.class[b as usize]);
        (x != y).then_some((x, y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seven articles of two claims each.
    fn numbers() -> Numbers {
        Numbers::of_counts(std::iter::repeat_n(2, 7))
    }

    /// Related claims, each as article and number: `1.0 2.0, 1.0 3.0`.
    fn pairs(printed: &str) -> Vec<(u32, u32)> {
        let claim = |printed: &str| {
            let (article, claim) = printed.split_once('.').expect("article and number");
            let claim = claim.parse().expect("a number");
            numbers().number(ClaimRef { article: article.parse().expect("a number"), claim })
        };
        let pair = |pair: &str| {
            let (a, b) = pair.trim().split_once(' ').expect("two claims");
            (claim(a), claim(b))
        };
        printed.split(',').map(pair).collect()
    }

    #[track_caller]
    fn check(joined: &str, asked: &str, expected: Option<(usize, usize)>) {
        let all = pairs(&format!("{joined}, {asked}"));
        let mut classes = Classes::of(&numbers(), &all);
        let (asked, joined) = all.split_last().expect("the pair that is asked for");
        joined.iter().for_each(|&pair| classes.join(pair));
        assert_eq!(classes.ties(*asked), expected);
    }

    #[test]
    fn ties_are_counted_between_classes() {
        check("1.0 2.0", "2.0 3.0", Some((1, 2)));
        check("1.0 2.0, 3.0 4.0", "2.0 3.0", Some((1, 4)));
        check("1.0 2.0, 2.0 3.0", "1.0 3.0", None);
    }

    #[test]
    fn two_claims_of_one_article_are_no_pair() {
        check("1.0 2.0, 1.1 3.0", "2.0 3.0", Some((1, 3)));
        check("1.0 2.0, 1.1 2.1", "1.0 2.1", Some((1, 2)));
    }

    #[test]
    fn a_class_lists_its_claims_in_the_order_of_the_story() {
        let all = pairs("3.0 4.0, 1.0 3.0, 5.0 6.0");
        let mut classes = Classes::of(&numbers(), &all);
        all[..2].iter().for_each(|&pair| classes.join(pair));
        let listed: Vec<Vec<u32>> =
            classes.all().map(|(_, claims)| claims.iter().map(|c| c.article).collect()).collect();
        assert_eq!(listed, [[1, 3, 4]]);
        assert_eq!(classes.class_of(all[0].0), classes.class_of(all[1].0));
        assert_ne!(classes.class_of(all[0].0), classes.class_of(all[2].0));
    }
}
