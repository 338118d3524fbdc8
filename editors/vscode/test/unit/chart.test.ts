import assert from 'node:assert/strict'
import test from 'node:test'
import { layout, short, SIZE } from '../../src/chart'
import type { Claim, Topic } from '../../src/stories'

function claim(source: string, day: string | null, lo: number | null, hi = lo): Claim {
  const start = { line: 0, character: 0 }
  return {
    uri: 'file:///a',
    range: { start, end: start },
    text: String(lo),
    lo,
    hi,
    source,
    by: null,
    date: null,
    day,
    level: null,
  }
}

function topic(...claims: Claim[]): Topic {
  return { about: 'dockers', unit: 'person', level: 'conflict', claims }
}

test('later days lie to the right, larger values above', () => {
  const { points } = layout(topic(claim('Wire', '2025-05-06', 300), claim('Post', '2025-05-04', 400)))
  const [late, early] = points
  assert.ok(late && early && late.x > early.x && early.top < late.top)
})

test('every point lies in the drawing', () => {
  const many = Array.from({ length: 5 }, (_, i) => claim(`Source ${i}`, '2025-05-06', 10 ** i))
  for (const point of layout(topic(...many, claim('Post', null, -3, 7))).points) {
    assert.ok(point.x > SIZE.left && point.x < SIZE.width, String(point.x))
    assert.ok(point.top >= SIZE.top && point.bottom <= SIZE.height - SIZE.bottom && point.top <= point.bottom)
  }
})

test('claims of one day do not cover each other', () => {
  const { points } = layout(
    topic(claim('A', '2025-05-06', 5), claim('B', '2025-05-06', 5), claim('C', '2025-05-06', 5)),
  )
  assert.equal(new Set(points.map((p) => p.x)).size, 3)
})

test('one value alone, equal values and zero are drawn', () => {
  for (const value of [0, 7]) {
    for (const point of layout(topic(claim('A', '2025-05-06', value), claim('B', '2025-05-07', value))).points) {
      assert.ok(Number.isFinite(point.top))
    }
  }
})

test('an open end stands at the known one, and a claim without a value is left out but counted', () => {
  const { points } = layout(topic(claim('A', null, null), claim('B', '2025-05-06', 300, null)))
  assert.deepEqual(
    points.map((p) => [p.index, p.top === p.bottom]),
    [[1, true]],
  )
})

test('a topic without any value has an empty drawing', () => {
  assert.deepEqual(layout(topic(claim('A', null, null))), { points: [], days: [], values: [], sources: [] })
})

test('at most four values are written at the side', () => {
  const many = Array.from({ length: 9 }, (_, i) => claim('A', '2025-05-06', i))
  assert.deepEqual(
    layout(topic(...many)).values.map((v) => v.label),
    ['0', '3', '5', '8'],
  )
})

test('numbers are written short', () => {
  assert.deepEqual([14, 11000, 2.3e9].map(short), ['14', '11K', '2.3B'])
})
