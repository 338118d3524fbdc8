// Where the values of a topic lie in a drawing: days from left to right, values from bottom to top.
import type { Claim, Topic } from './stories'

/** A claim in the drawing. */
export interface Point {
  claim: Claim
  /** The number of the claim in its topic. */
  index: number
  x: number
  /** The ends of its value, from top to bottom. */
  top: number
  bottom: number
  /** The number of its source, for its shape. */
  source: number
}

/** A line with its label across the drawing. */
export interface Tick {
  at: number
  label: string
}

/** All that is drawn. */
export interface Chart {
  points: Point[]
  days: Tick[]
  values: Tick[]
  sources: string[]
}

/** The size of the drawing and the room for labels around it. */
export const SIZE = { width: 480, height: 260, left: 72, right: 24, top: 16, bottom: 40 }

/** No more days than this are written below the drawing. */
const DAYS = 6

/** How far two points of one day stand apart. */
const APART = 14

/** Lays out the claims that have a value; those without a day stand at the left edge, under `undated`. */
export function layout(topic: Topic): Chart {
  const drawn = topic.claims.map((claim, index) => ({ claim, index })).filter(({ claim }) => extent(claim) !== null)
  const sources = [...new Set(drawn.map(({ claim }) => claim.source))]
  const days = [...new Set(drawn.map(({ claim }) => claim.day ?? ''))].sort()
  const ends = drawn.flatMap(({ claim }) => extent(claim) ?? [])
  const y = scale(Math.min(...ends), Math.max(...ends))
  const seen = new Map<string, number>()
  const points = drawn.map(({ claim, index }) => {
    const [lo, hi] = extent(claim) ?? [0, 0]
    const day = claim.day ?? ''
    const before = seen.get(day) ?? 0
    seen.set(day, before + 1)
    const x = across(days.indexOf(day), days.length) + shift(before)
    return { claim, index, x, top: y(hi), bottom: y(lo), source: sources.indexOf(claim.source) }
  })
  return {
    points,
    days: dayTicks(days),
    values: ends.length === 0 ? [] : ticks(ends).map((value) => ({ at: y(value), label: short(value) })),
    sources,
  }
}

/** The known ends of a value; a missing end is the other one. */
function extent(claim: Claim): [number, number] | null {
  const lo = claim.lo ?? claim.hi
  const hi = claim.hi ?? claim.lo
  return lo === null || hi === null ? null : [lo, hi]
}

function across(index: number, count: number): number {
  const room = SIZE.width - SIZE.left - SIZE.right
  return SIZE.left + (room * (index + 0.5)) / Math.max(count, 1)
}

/** Points of one day stand beside each other: in the middle, right of it, left of it, and so on. */
function shift(before: number): number {
  const steps = Math.ceil(before / 2)
  return before % 2 === 1 ? steps * APART : -steps * APART
}

function scale(low: number, high: number): (value: number) => number {
  const room = SIZE.height - SIZE.top - SIZE.bottom
  const margin = (high - low || Math.abs(high) || 1) * 0.1
  const [from, to] = [low - margin, high + margin]
  return (value) => SIZE.top + room * (1 - (value - from) / (to - from))
}

/** The days, or evenly chosen ones where there are many. */
function dayTicks(days: string[]): Tick[] {
  const step = Math.ceil(days.length / DAYS)
  return days
    .map((day, i) => ({ at: across(i, days.length), label: day === '' ? 'undated' : day.slice(5) }))
    .filter((_, i) => i % step === 0)
}

/** At most four values that stand in the claims themselves, evenly chosen. */
function ticks(values: number[]): number[] {
  const all = [...new Set(values)].sort((a, b) => a - b)
  if (all.length <= 4) return all
  return [0, 1, 2, 3].map((i) => all[Math.round((i * (all.length - 1)) / 3)] ?? 0)
}

/** A number in few characters. */
export function short(value: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }).format(value)
}
