// What the server tells of the stories, as `rashomon.stories` answers it.

/** A position in a document, both counted from zero. */
export interface Position {
  line: number
  character: number
}

/** How claims stand to each other. */
export type Level = 'agree' | 'differs' | 'conflict'

/** One outlet's value for a quantity. */
export interface Claim {
  uri: string
  range: { start: Position; end: Position }
  /** As printed. */
  text: string
  lo: number | null
  hi: number | null
  source: string
  by: string | null
  /** The day of publication. */
  date: string | null
  /** The day that the claim speaks of. */
  day: string | null
  level: Level | null
}

/** The claims on one quantity. */
export interface Topic {
  about: string
  unit: string
  level: Level
  claims: Claim[]
}

/** Articles on the same events. */
export interface Story {
  title: string
  topics: Topic[]
}

/** The sign of a level, as hovers show it. */
export const SIGNS: Record<Level, string> = { agree: '=', differs: '≈', conflict: '≠' }

/** A claim in one line. */
export function lineOf(claim: Claim): string {
  return [claim.text, claim.source, claim.by, claim.day ?? claim.date].filter((part) => part).join(', ')
}
