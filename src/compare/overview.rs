//! What findings ask of all relations of a story at once. While an article is being written it is kept as long as no relation changes.

use crate::corpus::Story;

use super::{ClaimRef, Level, Relation, headline_mismatch, lost_hedge};

/// What the relations of a story come to.
#[derive(Debug)]
pub struct Overview {
    /// The relations within one article, in order.
    pub within: Vec<Relation>,
    /// Those of them between a headline or caption and the text: the two, in this order, and how they stand to each other.
    pub headed: Vec<(ClaimRef, ClaimRef, Level)>,
    /// For every article and each of its claims whether another article has it too.
    pub shared: Vec<Vec<bool>>,
    /// The claims without a hedge whose number other articles print, all of them with one; with the claims there, in order.
    pub hedged: Vec<(ClaimRef, Vec<ClaimRef>)>,
}

impl Overview {
    /// What these relations come to.
    pub fn of(story: &Story, relations: &[Relation]) -> Self {
        let mut within = Vec::new();
        let mut shared: Vec<Vec<bool>> = story.readings.iter().map(|r| vec![false; r.claims.len()]).collect();
        for r in relations {
            if r.a.article == r.b.article {
                within.push(*r);
                continue;
            }
            shared[r.a.article as usize][r.a.claim as usize] = true;
            shared[r.b.article as usize][r.b.claim as usize] = true;
        }
        let headed = headline_mismatch::headed(story, &within).collect();
        Overview { within, headed, shared, hedged: lost_hedge::hedged_elsewhere(story, relations) }
    }
}
