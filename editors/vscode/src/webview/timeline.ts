// The page of the view “Timeline”: a drawing to point at, and the same as a table to walk through.
import { layout, SIZE, type Chart, type Point } from '../chart'
import { SIGNS, lineOf, type Story, type Topic } from '../stories'
import type { FromPage, ToPage } from '../timelineView'

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void
  getState(): number | undefined
  setState(chosen: number): void
}

const api = acquireVsCodeApi()
const root = document.getElementById('root') as HTMLElement
const SVG = 'http://www.w3.org/2000/svg'
/** As many looks of points as the style sheet knows. */
const LOOKS = 6

let stories: Story[] = []
let chosen = api.getState() ?? 0

interface Place {
  story: number
  topic: number
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

function drawn(tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  made.append(...children)
  return made
}

function places(): Place[] {
  return stories.flatMap((s, story) => s.topics.map((_, topic) => ({ story, topic })))
}

function topicAt(place: Place | undefined): Topic | undefined {
  return place && stories[place.story]?.topics[place.topic]
}

function open(place: Place, claim: number): void {
  api.postMessage({ kind: 'open', ...place, claim })
}

function chooser(all: Place[]): HTMLElement {
  const select = element('select', { id: 'topic' })
  for (const [index, place] of all.entries()) {
    const topic = topicAt(place)
    if (topic === undefined) continue
    const option = element('option', { value: String(index) }, `${SIGNS[topic.level]} ${topic.about}`)
    option.selected = index === chosen
    select.append(option)
  }
  select.addEventListener('change', () => {
    chosen = Number(select.value)
    api.setState(chosen)
    draw()
    document.getElementById('topic')?.focus()
  })
  return element('p', {}, element('label', { for: 'topic' }, 'Quantity'), ' ', select)
}

function mark(point: Point): SVGElement {
  const look = `mark look${point.source % LOOKS}`
  const middle = (point.top + point.bottom) / 2
  const shapes = [
    () => drawn('circle', { class: look, cx: point.x, cy: middle, r: 6 }),
    () => drawn('rect', { class: look, x: point.x - 5, y: middle - 5, width: 10, height: 10 }),
    () => drawn('path', { class: look, d: `M${point.x} ${middle - 7}l7 12h-14z` }),
  ]
  return (shapes[point.source % shapes.length] ?? shapes[0]!)()
}

function pointOf(place: Place, point: Point): SVGElement {
  const group = drawn('g', {
    class: point.claim.level === 'conflict' ? 'point conflict' : 'point',
    role: 'button',
    tabindex: 0,
    'aria-label': `${lineOf(point.claim)}. Go to this claim`,
  })
  group.append(drawn('title', {}, lineOf(point.claim)))
  if (point.bottom - point.top > 1) {
    group.append(drawn('line', { class: 'range', x1: point.x, x2: point.x, y1: point.top, y2: point.bottom }))
  }
  group.append(drawn('circle', { class: 'halo', cx: point.x, cy: (point.top + point.bottom) / 2, r: 12 }), mark(point))
  group.addEventListener('click', () => open(place, point.index))
  group.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(place, point.index)
    }
  })
  return group
}

function picture(place: Place, topic: Topic, chart: Chart): SVGElement {
  const svg = drawn('svg', {
    viewBox: `0 0 ${SIZE.width} ${SIZE.height}`,
    role: 'group',
    'aria-label': `${topic.about}: values by day, ${chart.points.length} claims`,
  })
  for (const { at, label } of chart.values) {
    svg.append(drawn('line', { class: 'grid', x1: SIZE.left, x2: SIZE.width - SIZE.right, y1: at, y2: at }))
    svg.append(drawn('text', { class: 'label end', x: SIZE.left - 8, y: at + 4, 'aria-hidden': 'true' }, label))
  }
  for (const { at, label } of chart.days) {
    svg.append(drawn('text', { class: 'label middle', x: at, y: SIZE.height - 14, 'aria-hidden': 'true' }, label))
  }
  for (const point of chart.points) svg.append(pointOf(place, point))
  return svg
}

function legend(chart: Chart): HTMLElement {
  const list = element('ul', { class: 'legend', 'aria-label': 'Sources' })
  for (const [source, name] of chart.sources.entries()) {
    const sample = drawn('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' })
    const claim = chart.points[0]?.claim
    if (claim !== undefined) sample.append(mark({ claim, index: 0, x: 8, top: 8, bottom: 8, source }))
    list.append(element('li', {}, sample, ` ${name}`))
  }
  return list
}

function table(place: Place, topic: Topic): HTMLElement {
  const head = element('tr')
  for (const name of ['Value', 'Source', 'Day', 'Speaker']) head.append(element('th', { scope: 'col' }, name))
  const body = element('tbody')
  for (const [index, claim] of topic.claims.entries()) {
    const value = element('button', { type: 'button' }, claim.text)
    value.addEventListener('click', () => open(place, index))
    const sign = claim.level === null ? '' : `${SIGNS[claim.level]} `
    const row = element('tr', {}, element('td', {}, sign, value), element('td', {}, claim.source))
    row.append(element('td', {}, claim.day ?? claim.date ?? ''), element('td', {}, claim.by ?? ''))
    body.append(row)
  }
  return element('table', {}, element('caption', {}, topic.about), element('thead', {}, head), body)
}

function draw(): void {
  const all = places()
  chosen = Math.min(chosen, Math.max(all.length - 1, 0))
  const place = all[chosen]
  const topic = topicAt(place)
  const heading = element('h1', {}, 'Timeline')
  if (place === undefined || topic === undefined) {
    root.replaceChildren(heading, element('p', {}, 'No two sources speak of the same quantity.'))
    return
  }
  const chart = layout(topic)
  const shown: Node[] = [heading, chooser(all)]
  if (chart.points.length > 0) shown.push(picture(place, topic, chart), legend(chart))
  root.replaceChildren(...shown, table(place, topic))
}

window.addEventListener('message', (event: MessageEvent<ToPage>) => {
  stories = event.data.stories
  draw()
})
draw()
api.postMessage({ kind: 'ready' })
