// What a reader does in the editor, on the sample articles.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openDesk } from './desk.mjs'

let desk, page
before(async () => {
  desk = await openDesk()
  page = desk.page
})
after(() => desk?.close())

/** Puts the caret onto words of the open article. */
async function onto(name, words) {
  await desk.open(name)
  const text = readFileSync(join(desk.folder, name), 'utf8')
  const lines = text.slice(0, text.indexOf(words)).split('\n')
  assert.ok(text.includes(words), words)
  await desk.goTo(lines.length, lines.at(-1).length + 2)
}

/** The lines in sight, with the hints between their words. */
const editorText = () => page.locator('.editor-instance .view-lines').first().innerText()

test('conflicts are underlined, and listed in the Problems panel with their other side', async () => {
  await desk.open('island-post.md')
  await page.locator('.squiggly-warning').first().waitFor()
  await page.keyboard.press('Control+Shift+M')
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'figure-conflict' }).first()
  await row.waitFor()
  assert.match(await row.innerText(), /“4\d\d” here/)
  await page.keyboard.press('Control+J')
})

test('the status bar counts the conflicts of the folder', async () => {
  await desk.until(
    'the count',
    () => desk.status().innerText(),
    (text) => /[2-9] conflicts/.test(text),
  )
})

test('hovering a figure shows the values of other sources, and its links jump', async () => {
  await onto('the-lantern.md', '11,000 North')
  const hover = await desk.hover()
  const row = hover.locator('tr', { hasText: 'Steppe Monitor' }).first()
  await row.waitFor()
  assert.match(await row.innerText(), /11,000/)
  await row.locator('a').first().click()
  await page.locator('.tab.active[data-resource-name="steppe-monitor.md"]').waitFor()
})

test('F12 on a surname goes to the full name', async () => {
  await onto('the-lantern.md', 'Budanov said on Tuesday')
  await page.keyboard.press('F12')
  await desk.until(
    'the jump',
    () => desk.caret(),
    (at) => at.startsWith('Ln 7,'),
  )
})

test('Shift+F12 lists the related claims of other articles', async () => {
  await onto('island-post.md', '421')
  await page.keyboard.press('Shift+F12')
  const list = page.locator('.reference-zone-widget .monaco-list-row')
  await list.filter({ hasText: 'coast-radio.md' }).first().waitFor()
  await page.keyboard.press('Escape')
})

test('lenses count the sources and open the comparison', async () => {
  await desk.open('island-post.md')
  await page.locator('.codelens-decoration a', { hasText: 'source' }).first().click()
  await page.locator('.tab', { hasText: 'Preview Claims' }).waitFor()
  await desk.command('View: Close Editor')
})

test('a quick fix takes the figure of another source', async () => {
  await onto('island-post.md', '421')
  await page.keyboard.press('Control+.')
  await page.locator('.action-widget .monaco-list-row', { hasText: 'Use “412” (Coast Radio' }).click()
  await desk.until('the edit', editorText, (text) => /were.412/.test(text))
  await page.keyboard.press('Control+Z')
  await desk.until('the undo', editorText, (text) => /were.421/.test(text))
  await page.keyboard.press('Control+S')
})

test('the Story view lists conflicts first, and goes to a claim by mouse and by keyboard', async () => {
  await desk.command('Rashomon: Focus on Story View')
  const rows = page.locator('.pane', { hasText: 'Story' }).locator('.monaco-list-row')
  const claim = rows.filter({ hasText: 'Coast Radio' }).filter({ hasText: '412' }).first()
  await rows.first().waitFor()
  await page.keyboard.press('Home')
  const topics = (await rows.allInnerTexts()).filter((text) => /\d (conflict|differ|agree)$/.test(text))
  assert.match(topics[0], /conflict$/)
  // The view draws only the rows in sight, and another story may stand above, or this one be folded.
  let steps = 0
  await desk.until('the claim', async () => {
    if (await claim.isVisible()) return true
    // The view may have been filled above the row that has the focus: begin again from time to time.
    if (++steps % 25 === 0) await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    return false
  })
  assert.match(await claim.innerText(), /^≠/)
  await claim.click()
  await page.locator('.tab.active[data-resource-name="coast-radio.md"]').waitFor()
  await desk.command('Rashomon: Focus on Story View')
  await page.keyboard.press('Home')
  await desk.until('the row', async () => {
    await page.keyboard.press('ArrowDown')
    return /421.*Island Post/s.test(await rows.and(page.locator('.focused')).innerText())
  })
  await page.keyboard.press('Enter')
  await page.locator('.tab.active[data-resource-name="island-post.md"]').waitFor()
})

test('the timeline goes to a claim by mouse and by keyboard', async () => {
  await desk.command('Rashomon: Show Timeline')
  const frame = await desk.timeline()
  const quantity = frame.getByLabel('Quantity')
  const topic = (await quantity.locator('option').allInnerTexts()).find((text) => text.includes('passengers'))
  await quantity.selectOption({ label: topic })
  const point = (source) => frame.locator(`.point[aria-label*="${source}"]`).first()
  await point('Coast Radio').locator('.mark').click()
  await page.locator('.tab.active[data-resource-name="coast-radio.md"]').waitFor()
  await point('Island Post').focus()
  await page.keyboard.press('Enter')
  await page.locator('.tab.active[data-resource-name="island-post.md"]').waitFor()
  await frame.locator('tr', { hasText: 'Coast Radio' }).first().getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.locator('.tab.active[data-resource-name="coast-radio.md"]').waitFor()
})

test('the timeline takes no outside resource and has nothing that axe would fault', async () => {
  await desk.command('Rashomon: Show Timeline')
  const frame = await desk.timeline()
  const policy = await frame.locator('meta[http-equiv]').getAttribute('content')
  assert.match(policy, /^default-src 'none'/)
  await frame.locator('svg').first().waitFor()
  // The page's policy lets no script in but its own; what is evaluated from outside is not bound by it.
  await frame.evaluate(readFileSync(process.env.AXE, 'utf8'))
  const faults = await frame.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)
  })
  assert.deepEqual(faults, [])
})

test('a dismissed conflict stays away after a reload, and comes back when it is restored', async () => {
  await onto('island-post.md', '421')
  await page.locator('.squiggly-warning').first().waitFor()
  const count = async () => Number(/(\d+) conflict/.exec(await desk.status().innerText())?.[1] ?? NaN)
  const before = await desk.until('the count', count)
  await page.keyboard.press('Control+.')
  await page.locator('.action-widget .monaco-list-row', { hasText: 'Dismiss figure-conflict here' }).click()
  await page.locator('.quick-input-widget input').first().fill('the harbour stands by it')
  await page.keyboard.press('Enter')
  await desk.until('it to go', count, (now) => now === before - 1)
  await desk.load()
  await desk.until('the reading', count)
  await desk.open('island-post.md')
  await desk.until('the count after the reload', count, (now) => now === before - 1)
  assert.match(readFileSync(join(desk.folder, 'rashomon.toml'), 'utf8'), /the harbour stands by it/)
  await desk.command('Rashomon: Restore Dismissed Finding')
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'the harbour stands by it' }).click()
  await desk.until('it to come back', count, (now) => now === before)
})

test('a server that was killed starts again', async () => {
  const [old] = await desk.until(
    'a server',
    () => desk.servers(),
    (pids) => pids.length === 1,
  )
  process.kill(old, 'SIGKILL')
  await desk.until(
    'another server',
    () => desk.servers(),
    (pids) => pids.length === 1 && pids[0] !== old,
  )
  await onto('the-lantern.md', '11,000 North')
  await desk.until('a hover', async () => (await (await desk.hover()).innerText()).includes('Steppe Monitor'))
})
