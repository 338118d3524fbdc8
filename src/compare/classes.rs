//! Claims put together step by step.

use super::{ClaimRef, Relation};

/// The claims that relations speak of, in classes: at first each in one of its own. Claims go by number, in the order of the story.
pub struct Classes {
    claims: Vec<ClaimRef>,
    /// For every claim those it is related to.
    related: Vec<Vec<u32>>,
    /// For every claim its class.
    class: Vec<u32>,
    /// For every class its claims, sorted; none once it has gone into another.
    members: Vec<Vec<u32>>,
}

impl Classes {
    /// The claims of these relations, each alone.
    pub fn of(relations: &[Relation]) -> Self {
        let mut claims: Vec<ClaimRef> = relations.iter().flat_map(|r| [r.a, r.b]).collect();
        claims.sort_unstable();
        claims.dedup();
        let count = claims.len() as u32;
        let mut classes = Classes {
            related: vec![Vec::new(); claims.len()],
            class: (0..count).collect(),
            members: (0..count).map(|claim| vec![claim]).collect(),
            claims,
        };
        for relation in relations {
            let Some((a, b)) = classes.numbers(relation) else { continue };
            classes.related[a as usize].push(b);
            classes.related[b as usize].push(a);
        }
        classes
    }

    /// The class of a claim, where a relation speaks of it.
    pub fn class_of(&self, claim: ClaimRef) -> Option<u32> {
        self.claims.binary_search(&claim).ok().map(|number| self.class[number])
    }

    /// Makes one class of those of two related claims.
    pub fn join(&mut self, relation: &Relation) {
        let Some((x, y)) = self.classes(relation) else { return };
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
    pub fn ties(&self, relation: &Relation) -> Option<(usize, usize)> {
        let (x, y) = self.classes(relation)?;
        let (x, y) = (&self.members[x as usize], &self.members[y as usize]);
        let (few, many) = if x.len() < y.len() { (x, y) } else { (y, x) };
        let class = self.class[many[0] as usize];
        let found = few.iter().flat_map(|&c| &self.related[c as usize]);
        let found = found.filter(|&&c| self.class[c as usize] == class).count();
        Some((found, x.len() * y.len() - self.of_one_article(x, y)))
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

    fn numbers(&self, relation: &Relation) -> Option<(u32, u32)> {
        let number = |claim| self.claims.binary_search(&claim).ok().map(|number| number as u32);
        Some((number(relation.a)?, number(relation.b)?))
    }

    /// The classes of two related claims, where they are two.
    fn classes(&self, relation: &Relation) -> Option<(u32, u32)> {
        let (a, b) = self.numbers(relation)?;
        let (x, y) = (self.class[a as usize], self.class[b as usize]);
        (x != y).then_some((x, y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Level;

    /// Related claims, each as article and number: `1.0 2.0, 1.0 3.0`.
    fn relations(pairs: &str) -> Vec<Relation> {
        let claim = |printed: &str| {
            let (article, claim) = printed.split_once('.').expect("article and number");
            ClaimRef { article: article.parse().expect("a number"), claim: claim.parse().expect("a number") }
        };
        let pair = |pair: &str| {
            let (a, b) = pair.trim().split_once(' ').expect("two claims");
            Relation { a: claim(a), b: claim(b), level: Level::Agree, score: 1.0 }
        };
        pairs.split(',').map(pair).collect()
    }

    #[track_caller]
    fn check(joined: &str, asked: &str, expected: Option<(usize, usize)>) {
        let all = relations(&format!("{joined}, {asked}"));
        let mut classes = Classes::of(&all);
        let (asked, joined) = all.split_last().expect("the pair that is asked for");
        joined.iter().for_each(|r| classes.join(r));
        assert_eq!(classes.ties(asked), expected);
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
        let all = relations("3.0 4.0, 1.0 3.0, 5.0 6.0");
        let mut classes = Classes::of(&all);
        all[..2].iter().for_each(|r| classes.join(r));
        let listed: Vec<Vec<u32>> =
            classes.all().map(|(_, claims)| claims.iter().map(|c| c.article).collect()).collect();
        assert_eq!(listed, [[1, 3, 4]]);
        assert_eq!(classes.class_of(all[0].a), classes.class_of(all[1].a));
        assert_ne!(classes.class_of(all[0].a), classes.class_of(all[2].a));
    }
}
