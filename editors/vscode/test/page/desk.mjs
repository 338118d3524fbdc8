// A real VS Code on a copy of the sample articles: code-server with the packaged extension, driven by Chromium.
import { spawn, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

/** Where the tools lie, and the program and the package that are tested; set by the suite. */
const { RASHOMON_BIN, RASHOMON_VSIX, CODE_SERVER, CHROMIUM, EDITORS } = process.env
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

export const SETTINGS = {
  'rashomon.server.path': RASHOMON_BIN,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}

/** Starts the editor on a fresh copy of the articles. `prepare` may change the folder before. */
export async function openDesk({ settings = {}, prepare = () => {}, size = { width: 1280, height: 860 } } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'rashomon-desk-'))
  const folder = join(home, 'seeds')
  const user = join(home, 'data')
  for (const articles of ['../seeds', 'desk']) cpSync(resolve(EDITORS, articles), folder, { recursive: true })
  prepare(folder)
  mkdirSync(join(user, 'User'), { recursive: true })
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }))
  const port = await freePort()
  const data = ['--user-data-dir', user, '--extensions-dir', join(user, 'extensions'), '--config', '/dev/null']
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' }
  execFileSync(process.execPath, [CODE_SERVER, ...data, '--install-extension', resolve(RASHOMON_VSIX)], { env })
  const server = spawn(
    process.execPath,
    [CODE_SERVER, ...data, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry'].concat([
      '--disable-update-check',
      '--disable-workspace-trust',
      folder,
    ]),
    { env, stdio: 'ignore', detached: true },
  )
  await answers(`http://127.0.0.1:${port}/healthz`)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const page = await browser.newPage({ viewport: size })
  page.setDefaultTimeout(30_000)
  const desk = new Desk(page, folder, `http://127.0.0.1:${port}/?folder=${folder}`)
  desk.close = async () => {
    await browser.close()
    process.kill(-server.pid, 'SIGTERM')
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  await desk.load()
  return desk
}

async function answers(url) {
  for (let tries = 0; tries < 150; tries++) {
    const ok = await fetch(url).then(
      (r) => r.ok,
      () => false,
    )
    if (ok) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error(`${url} does not answer`)
}

/** The editor's page, in a reader's gestures. */
class Desk {
  constructor(page, folder, url) {
    Object.assign(this, { page, folder, url })
  }

  async load() {
    await this.page.goto(this.url)
    await this.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 })
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 })
  }

  /** Types into the box that a key opens. The box closes when the focus moves, as it may while the editor starts: then once more. */
  async quick(key, text, finish, closes = true) {
    const { page } = this
    for (let tries = 0; ; tries++) {
      try {
        await page.keyboard.press(key)
        await page.locator('.quick-input-widget input').first().fill(text, { timeout: 3000 })
        await finish()
        if (closes) await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: 3000 })
        return
      } catch (error) {
        if (tries === 4) throw error
        await page.keyboard.press('Escape')
        await page.waitForTimeout(500)
      }
    }
  }

  row(text) {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first()
  }

  /** Opens a file by its name. */
  async open(name) {
    await this.quick('Control+P', name, () => this.row(name).click({ timeout: 5000 }))
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor()
  }

  /** Runs a command by its title. It may open a box of its own. */
  async command(title) {
    await this.quick('F1', `>${title}`, () => this.row(title).click({ timeout: 5000 }), false)
  }

  /** Puts the caret to a line and column, both counted from one. */
  async goTo(line, column) {
    await this.quick('Control+G', `:${line}:${column}`, () => this.page.keyboard.press('Enter'))
  }

  /** Finds the frame of the timeline's page. */
  async timeline() {
    for (let tries = 0; tries < 150; tries++) {
      for (const frame of this.page.frames()) {
        if (
          (await frame
            .locator('#root h1')
            .count()
            .catch(() => 0)) > 0
        )
          return frame
      }
      await this.page.waitForTimeout(200)
    }
    throw new Error('there is no timeline')
  }

  /** The process ids of the language servers of this folder. */
  servers() {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
          return command.startsWith(`${RASHOMON_BIN}\0lsp`) && readlinkSync(`/proc/${pid}/cwd`) === this.folder
        } catch {
          return false
        }
      })
  }

  /** Waits until `get` gives what `is` accepts, and returns it. */
  async until(what, get, is = Boolean) {
    let last
    for (let tries = 0; tries < 100; tries++) {
      last = await get()
      if (is(last)) return last
      await this.page.waitForTimeout(200)
    }
    throw new Error(`waited in vain for ${what}; last: ${JSON.stringify(last)}`)
  }

  /** Shows the hover of the word at the caret. */
  async hover() {
    await this.page.keyboard.press('Control+K')
    await this.page.keyboard.press('Control+I')
    const hover = this.page.locator('.monaco-hover:visible').first()
    await hover.waitFor()
    return hover
  }

  caret() {
    return this.page.locator('[id="status.editor.selection"]').innerText()
  }

  status() {
    return this.page.locator('[id^="rashomon"].statusbar-item, .statusbar-item[id*="rashomon"]').first()
  }
}
