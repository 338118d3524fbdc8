// What a reader does in the editor, on the sample articles.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { openDesk } from './desk.mjs'

let desk, page
before(async () => {
  desk = await openDesk()
  page = desk.page
})
after(() => desk?.close())
afterEach((t) => {
  if (t.error) console.log(desk.log())
})

/** The lines in sight, with the hints between their words. */
const editorText = () => page.locator('.editor-instance .view-lines').first().innerText()

test('conflicts are underlined, and listed in the Problems panel with their other side', async () => {
  await desk.open('island-post.md')
  await page.locator('.squiggly-warning').first().waitFor()
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'figure-conflict' }).first()
  await desk.command('Problems: Focus on Problems View', () => row.isVisible())
  assert.match(await row.innerText(), /“4\d\d” here/)
  await desk.command('View: Toggle Panel', async () => !(await row.isVisible()))
})

test('the status bar counts the conflicts of the folder', async () => {
  const conflicts = desk.conflicts()
  assert.ok(conflicts > 1)
  await desk.until('the count', () => desk.counts(conflicts))
})

test('hovering a figure shows the values of other sources, and its links jump', async () => {
  await desk.onto('the-lantern.md', '11,000 North')
  const row = (await desk.hover('Steppe Monitor')).locator('tr', { hasText: 'Steppe Monitor' }).first()
  assert.match(await row.innerText(), /11,000/)
  await desk.insist(
    'the jump',
    async (timeout) => {
      const hover = await desk.hover('Steppe Monitor')
      await hover.locator('tr', { hasText: 'Steppe Monitor' }).first().locator('a').first().click({ timeout })
    },
    () => desk.shows('steppe-monitor.md'),
  )
})

test('F12 on a surname goes to the full name', async () => {
  await desk.onto('the-lantern.md', 'Budanov said on Tuesday')
  await desk.press(['F12'], async () => (await desk.caret()).startsWith('Ln 7,'))
})

test('Shift+F12 lists the related claims of other articles', async () => {
  await desk.onto('island-post.md', '421')
  const other = page.locator('.reference-zone-widget .monaco-list-row', { hasText: 'coast-radio.md' }).first()
  await desk.press(['Shift+F12'], () => other.isVisible())
  await page.keyboard.press('Escape')
})

test('lenses count the sources and open the comparison', async () => {
  await desk.open('island-post.md')
  const lens = page.locator('.codelens-decoration a', { hasText: 'source' }).first()
  const claims = page.locator('.tab', { hasText: 'Preview Claims' }).first()
  await desk.insist(
    'the claims',
    (timeout) => lens.click({ timeout }),
    () => claims.isVisible(),
  )
  await desk.command('View: Close All Editors', async () => (await page.locator('.tab').count()) === 0)
})

test('a quick fix takes the figure of another source', async () => {
  await desk.onto('island-post.md', '421')
  await desk.quickFix('Use “412” (Coast Radio', async () => /were.412/.test(await editorText()))
  await desk.press(['Control+Z'], async () => /were.421/.test(await editorText()))
  await desk.press(['Control+S'], async () => (await page.locator('.tab.dirty').count()) === 0)
})

test('the Story view lists conflicts first, and goes to a claim by mouse and by keyboard', async () => {
  const { story } = desk
  const claim = story.filter({ hasText: 'Coast Radio' }).filter({ hasText: '412' }).first()
  await desk.command('Rashomon: Focus on Story View', () => story.first().isVisible())
  const topics = (await story.allInnerTexts()).filter((text) => /\d (conflict|differ|agree)$/.test(text))
  assert.match(topics[0], /conflict$/)
  await desk.walk('the claim', () => claim.isVisible())
  assert.match(await claim.innerText(), /^≠/)
  await desk.insist(
    'the article',
    (timeout) => claim.click({ timeout }),
    () => desk.shows('coast-radio.md'),
  )
  const focused = story.and(page.locator('.focused')).first()
  const chosen = async () => /421.*Island Post/s.test(await focused.innerText())
  await desk.insist(
    'the other article',
    async () => {
      await desk.walk('the other claim', chosen)
      await page.keyboard.press('Enter')
    },
    () => desk.shows('island-post.md'),
  )
})

test('the timeline goes to a claim by mouse and by keyboard', async () => {
  const point = (frame, source) => frame.locator(`.point[aria-label*="${source}"]`).first()
  await desk.inTimeline(
    'the quantity',
    async (frame, timeout) => {
      const quantity = frame.getByLabel('Quantity')
      const topic = (await quantity.locator('option').allInnerTexts()).find((text) => text.includes('passengers'))
      await quantity.selectOption({ label: topic }, { timeout })
    },
    async () => (await point(await desk.timeline(), 'Coast Radio').count()) > 0,
  )
  await desk.inTimeline(
    'a click',
    (frame, timeout) => point(frame, 'Coast Radio').locator('.mark').click({ timeout }),
    () => desk.shows('coast-radio.md'),
  )
  await desk.inTimeline(
    'Enter on a point',
    async (frame, timeout) => {
      await point(frame, 'Island Post').focus({ timeout })
      await page.keyboard.press('Enter')
    },
    () => desk.shows('island-post.md'),
  )
  await desk.inTimeline(
    'Enter in the table',
    async (frame, timeout) => {
      await frame.locator('tr', { hasText: 'Coast Radio' }).first().getByRole('button').focus({ timeout })
      await page.keyboard.press('Enter')
    },
    () => desk.shows('coast-radio.md'),
  )
})

test('the timeline takes no outside resource', async () => {
  const policy = await desk.inTimeline('the page', (frame, timeout) =>
    frame.locator('meta[http-equiv]').getAttribute('content', { timeout }),
  )
  assert.match(policy, /^default-src 'none'/)
})

for (const [theme, look] of [
  ['Default Light Modern', 'vscode-light'],
  ['Default Dark Modern', 'vscode-dark'],
  ['Default High Contrast', 'vscode-high-contrast'],
]) {
  test(`the timeline has nothing that axe would fault in ${theme}`, async () => {
    await desk.reopen({ 'workbench.colorTheme': theme })
    const faults = await desk.inTimeline('the page', async (frame, timeout) => {
      await frame.locator(`body.${look}`).waitFor({ timeout })
      // The page's policy lets no script in but its own; what is evaluated from outside is not bound by it.
      await frame.evaluate(readFileSync(process.env.AXE, 'utf8'))
      return frame.evaluate(async () => {
        const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }
        const { violations } = await globalThis.axe.run(document, rules)
        return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)
      })
    })
    assert.deepEqual(faults, [])
  })
}

test('a dismissed conflict stays away after a reload, and comes back when it is restored', async () => {
  const all = desk.conflicts()
  const counts = (wanted) => () => desk.counts(wanted)
  const reason = 'the harbour stands by it'
  await desk.onto('island-post.md', '421')
  await desk.until('the count', counts(all))
  await desk.quickFix('Dismiss figure-conflict here', counts(all - 1), (timeout) => desk.answer(reason, timeout))
  await desk.load()
  await desk.open('island-post.md')
  await desk.until('the count after the reload', counts(all - 1))
  assert.ok(readFileSync(join(desk.folder, 'rashomon.toml'), 'utf8').includes(reason))
  await desk.insist(
    'it to come back',
    async (timeout) => {
      await desk.command('Rashomon: Restore Dismissed Finding')
      await desk.row(reason).click({ timeout })
    },
    counts(all),
  )
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
  await desk.onto('the-lantern.md', '11,000 North')
  await desk.hover('Steppe Monitor')
})
