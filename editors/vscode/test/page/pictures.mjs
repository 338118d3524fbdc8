// Takes the pictures of the README from the real editor: node pictures.mjs FOLDER
import { join } from 'node:path'
import { openDesk } from './desk.mjs'

const folder = process.argv[2]
const look = { 'workbench.colorTheme': 'Default Light Modern', 'window.commandCenter': false }
const desk = await openDesk({ settings: look, size: { width: 1200, height: 760 } })
const { page } = desk
try {
  await desk.open('island-post.md')
  await desk.goTo(7, 13)
  await page.locator('.squiggly-warning').first().waitFor()
  await desk.until(
    'the count',
    () => desk.status().innerText(),
    (text) => /[1-9] conflict/.test(text),
  )
  await page.keyboard.press('Control+Shift+M')
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'figure-conflict' }).first().waitFor()
  await page
    .locator('.editor-instance .view-lines')
    .first()
    .click({ position: { x: 20, y: 5 } })
  await desk.goTo(7, 13)
  await (await desk.hover()).locator('tr').first().waitFor()
  // The hover is laid out once more after it is shown.
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(folder, 'vscode.png') })

  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+J')
  await desk.command('Rashomon: Show Timeline')
  const frame = await desk.timeline()
  await frame.locator('svg').first().waitFor()
  const edge = await page.locator('.sidebar').boundingBox()
  await page.mouse.move(edge.x + edge.width, 400)
  await page.mouse.down()
  await page.mouse.move(edge.x + edge.width + 180, 400, { steps: 5 })
  await page.mouse.up()
  await frame.locator('.point').nth(4).hover()
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, 'story.png') })
} finally {
  await desk.close()
}
