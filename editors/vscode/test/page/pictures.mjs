// The pictures of the README, taken of the real editors on the five reports of seeds/. The argument is the folder for them.
import { readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { openDesk } from './desk.mjs'

const { CODE_SERVER, CHROMIUM, EDITORS, NVIM } = process.env
const [folder] = process.argv.slice(2)
const SIZE = { width: 1180, height: 840 }
const ARTICLE = 'defence-ledger.md'
const FIGURE = '12,000 North'
/** How long a hover or a view takes to fade in, in milliseconds. */
const FADE = 600

const picture = (name) => join(folder, `${name}.png`)

/** Takes the articles away that are not of the sample. */
function seedsAlone(desk) {
  for (const name of readdirSync(resolve(EDITORS, 'desk'))) rmSync(join(desk, name))
}

async function vscode() {
  const settings = { 'workbench.colorTheme': 'Default Light Modern', 'editor.hover.sticky': true }
  const desk = await openDesk({ prepare: seedsAlone, size: SIZE, settings })
  try {
    const { page } = desk
    await desk.onto(ARTICLE, FIGURE)
    await page.locator('.squiggly-warning').first().waitFor()
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'figure-conflict' }).first()
    await desk.command('Problems: Focus on Problems View', () => row.isVisible())
    await desk.hover('Steppe Monitor')
    // The findings come first in it; the table of all sources is what the Problems panel does not have.
    const box = await page.locator('.monaco-hover:visible').first().boundingBox()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    for (let turns = 0; turns < 4; turns++) await page.mouse.wheel(0, 1000)
    await page.waitForTimeout(FADE)
    await page.screenshot({ path: picture('vscode') })

    await desk.command('View: Toggle Panel', async () => !(await row.isVisible()))
    await desk.command('Rashomon: Focus on Story View', () => desk.story.first().isVisible())
    const { x, width } = await page.locator('.part.sidebar').boundingBox()
    await page.mouse.move(x + width, SIZE.height / 2)
    await page.mouse.down()
    await page.mouse.move(x + width + 260, SIZE.height / 2, { steps: 8 })
    await page.mouse.up()
    await desk.inTimeline('the chart', async (frame, timeout) => {
      await frame.locator('svg .point').first().waitFor({ timeout })
    })
    // Over the title bar, where nothing opens under it.
    await page.mouse.move(SIZE.width / 4, 8)
    await page.waitForTimeout(FADE)
    await page.screenshot({ path: picture('story') })
  } finally {
    await desk.close()
  }
}

/** A Neovim in a terminal that Chromium draws. */
async function neovim() {
  const modules = createRequire(resolve(dirname(CODE_SERVER), '../../lib/vscode/package.json'))
  const pty = modules('node-pty')
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  const desk = resolve(EDITORS, '../seeds')
  const plugin = resolve(EDITORS, 'nvim')
  const grid = { cols: 124, rows: 36 }
  const env = { ...process.env, TERM: 'xterm-256color', COLORTERM: 'truecolor', RASHOMON_PLUGIN: plugin }
  const init = join(plugin, 'tests/init.lua')
  let terminal
  try {
    const page = await browser.newPage({ viewport: SIZE })
    await page.setContent(
      '<body style="margin:0;background:#14161b"><div id="screen" style="width:max-content"></div></body>',
    )
    await page.addStyleTag({ path: modules.resolve('@xterm/xterm/css/xterm.css') })
    await page.addScriptTag({ path: modules.resolve('@xterm/xterm/lib/xterm.js') })
    await page.exposeFunction('typed', (text) => terminal.write(text))
    await page.evaluate((grid) => {
      const look = { fontFamily: 'DejaVu Sans Mono, monospace', fontSize: 15, theme: { background: '#14161b' } }
      globalThis.screen_ = new globalThis.Terminal({ ...grid, ...look })
      globalThis.screen_.onData(globalThis.typed)
      globalThis.screen_.open(document.getElementById('screen'))
    }, grid)
    terminal = pty.spawn(NVIM, ['-u', init, '--cmd', 'set winborder=rounded', ARTICLE], { ...grid, cwd: desk, env })
    terminal.onData((text) => void page.evaluate((text) => globalThis.screen_.write(text), text).catch(() => {}))
    const shows = (text) =>
      page.waitForFunction((text) => {
        const { active } = globalThis.screen_.buffer
        const lines = Array.from({ length: active.length }, (_, at) => active.getLine(at).translateToString())
        return lines.join('\n').includes(text)
      }, text)
    const command = (text) => terminal.write(`\x1c\x0e:${text}\r`)
    await shows('■')
    command('Rashomon conflicts')
    await shows('[Quickfix List]')
    command(`wincmd k | call search("${FIGURE}")`)
    command('echo')
    terminal.write('K')
    await shows('Steppe Monitor')
    await page.waitForTimeout(FADE)
    await page.locator('#screen').screenshot({ path: picture('neovim') })
  } finally {
    terminal?.kill()
    await browser.close()
  }
}

await vscode()
await neovim()
