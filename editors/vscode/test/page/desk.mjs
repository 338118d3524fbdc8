// A real VS Code on a copy of the sample articles: code-server with the packaged extension, driven by Chromium.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'

/** Where the tools lie, and the program and the package that are tested; set by the suite. */
const { RASHOMON_BIN, RASHOMON_VSIX, CODE_SERVER, CHROMIUM, EDITORS } = process.env
/** How long anything may take before a test gives up, in milliseconds: far longer than it takes on a machine with other work to do. */
const LIMIT = 120_000
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

/** Whose settings there are. To the page the server is a remote machine: the path of a program is taken from the machine's alone. */
const OWNERS = ['User', 'Machine']

const SETTINGS = {
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

function writeSettings(folder, settings) {
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }))
}

/** Starts the editor on a fresh copy of the articles. `prepare` may change the folder before, `meet` the page; the folder may be one that is not trusted. */
export async function openDesk({
  settings = {},
  prepare = () => {},
  meet = () => {},
  trusted = true,
  size = { width: 1280, height: 860 },
} = {}) {
  const home = mkdtempSync(join(tmpdir(), 'rashomon-desk-'))
  const folder = join(home, 'seeds')
  const user = join(home, 'data')
  for (const articles of ['../seeds', 'desk']) cpSync(resolve(EDITORS, articles), folder, { recursive: true })
  prepare(folder)
  for (const owner of OWNERS) {
    mkdirSync(join(user, owner), { recursive: true })
    writeSettings(join(user, owner), settings)
  }
  const port = await freePort()
  const data = ['--user-data-dir', user, '--extensions-dir', join(user, 'extensions'), '--config', '/dev/null']
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' }
  execFileSync(process.execPath, [CODE_SERVER, ...data, '--install-extension', resolve(RASHOMON_VSIX)], { env })
  const server = spawn(
    process.execPath,
    [CODE_SERVER, ...data, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry'].concat(
      ['--disable-update-check'],
      trusted ? ['--disable-workspace-trust'] : [],
      [folder],
    ),
    { env, stdio: 'ignore', detached: true },
  )
  let browser
  const close = async () => {
    await browser?.close()
    if (server.exitCode === null) {
      const ended = new Promise((done) => server.once('exit', done))
      process.kill(-server.pid, 'SIGTERM')
      await ended
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  try {
    await patiently(`http://127.0.0.1:${port}`, () => fetch(`http://127.0.0.1:${port}/healthz`).then((r) => r.ok))
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS, timeout: LIMIT })
    const page = await browser.newPage({ viewport: size })
    page.setDefaultTimeout(LIMIT)
    await meet(page, `127.0.0.1:${port}`)
    const desk = new Desk(page, folder, `http://127.0.0.1:${port}/?folder=${folder}`)
    desk.close = close
    await desk.load()
    return desk
  } catch (error) {
    await close()
    throw error
  }
}

/** Asks again and again until the answer is one that `is` accepts, and returns it. */
async function patiently(what, get, is = Boolean, limit = LIMIT) {
  const end = Date.now() + limit
  for (;;) {
    const last = await Promise.resolve(get()).catch((error) => error)
    if (!(last instanceof Error) && is(last)) return last
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; last: ${String(last)}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** The editor's page, in a reader's gestures. */
class Desk {
  constructor(page, folder, url) {
    Object.assign(this, { page, folder, url })
  }

  async load() {
    await this.page.goto(this.url)
    await this.page.locator('.monaco-workbench .statusbar').waitFor()
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor()
  }

  /** Waits until `get` gives what `is` accepts, and returns it. */
  until(what, get, is = Boolean) {
    return patiently(what, get, is)
  }

  /**
   * Makes a gesture again and again until it works and `seen`, where it is given, gives something; returns what the gesture gave.
   * A key goes astray where the focus moves away, as it does while the editor starts, and a server that has not read a change
   * yet has nothing to offer: neither is a fault, as long as the gesture works in the end. The `patience` with each try
   * grows, so that a slow machine gets there.
   */
  async insist(what, gesture, seen = () => true) {
    const end = Date.now() + LIMIT
    let made, worked
    for (let patience = 3000; ; patience = Math.min(patience * 1.5, 20_000)) {
      let fault
      try {
        made = await gesture(patience)
        worked = true
      } catch (error) {
        fault = error
      }
      try {
        // A try before this one may have worked after all, and left nothing to do.
        if (worked) await patiently(what, seen, Boolean, fault === undefined ? patience : 0)
        else throw fault
        return made
      } catch (error) {
        if (Date.now() > end) throw new Error(`waited in vain for ${what}: ${error.message}`, { cause: fault })
        await this.page.keyboard.press('Escape')
      }
    }
  }

  /** Types into the box that a key opens, and finishes. The box closes unless it `stays`. */
  async quick(key, text, finish, stays, seen) {
    const { page } = this
    const box = page.locator('.quick-input-widget')
    await this.insist(
      `${key} ${text}`,
      async (timeout) => {
        await page.keyboard.press(key)
        await box.locator('input').first().fill(text, { timeout })
        await finish(timeout)
        if (!stays) await box.waitFor({ state: 'hidden', timeout })
      },
      seen,
    )
  }

  row(text) {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first()
  }

  /** Whether the editor that is shown is this file's. */
  shows(name) {
    return this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().isVisible()
  }

  /** Waits until the editor shows a file. */
  async shown(name) {
    await this.until(name, () => this.shows(name))
  }

  /** Opens a file by its name. */
  async open(name) {
    const seen = () => this.shows(name)
    await this.quick('Control+P', name, (timeout) => this.row(name).click({ timeout }), false, seen)
  }

  /** Runs a command by its title. It may open a box of its own. */
  async command(title, seen) {
    await this.quick('F1', `>${title}`, (timeout) => this.row(title).click({ timeout }), true, seen)
  }

  /** Puts the caret to a line and column, both counted from one. */
  async goTo(line, column) {
    const seen = async () => (await this.caret()) === `Ln ${line}, Col ${column}`
    await this.quick('Control+G', `:${line}:${column}`, () => this.page.keyboard.press('Enter'), false, seen)
  }

  /** Puts the caret onto words of an article, as it lies on the disk. */
  async onto(name, words) {
    const text = readFileSync(join(this.folder, name), 'utf8')
    if (!text.includes(words)) throw new Error(`${words} is not in ${name}`)
    const lines = text.slice(0, text.indexOf(words)).split('\n')
    await this.open(name)
    await this.goTo(lines.length, lines.at(-1).length + 2)
  }

  /** Gives the keyboard to the editor, wherever it was: a list, a box, the page of a view. */
  async focusEditor() {
    const input = this.page
      .locator('.editor-instance .native-edit-context, .editor-instance textarea.inputarea')
      .first()
    await input.evaluate((element) => element.focus())
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor()
  }

  /** Presses keys in the editor, until `seen` gives something. */
  async press(keys, seen) {
    return this.insist(
      keys.join(' '),
      async () => {
        await this.focusEditor()
        for (const key of keys) await this.page.keyboard.press(key)
      },
      seen,
    )
  }

  /** Shows the hover of the word at the caret, once it has this text. */
  async hover(text) {
    const hover = this.page.locator('.monaco-hover:visible', { hasText: text }).first()
    await this.press(['Control+K', 'Control+I'], () => hover.isVisible())
    return hover
  }

  /** Chooses a quick fix at the caret, until `seen` gives something; `then` goes on where the fix asks for more. */
  async quickFix(title, seen, then = () => {}) {
    const row = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first()
    await this.insist(
      title,
      async (timeout) => {
        await this.focusEditor()
        await this.page.keyboard.press('Control+.')
        await row.click({ timeout })
        await then(timeout)
      },
      seen,
    )
  }

  /** Answers the box that asks for a text. */
  async answer(text, timeout) {
    await this.page.locator('.quick-input-widget input').first().fill(text, { timeout })
    await this.page.keyboard.press('Enter')
  }

  /** The rows of the view “Story” that are drawn. */
  get story() {
    return this.tree.locator('.monaco-list-row')
  }

  /** What has the keyboard in the view “Story”. */
  get tree() {
    return this.page.locator('.pane', { hasText: 'Story' }).locator('.monaco-list').first()
  }

  /** Walks down the view “Story” by keyboard, opening what is folded, until `seen` gives something. */
  async walk(what, seen) {
    const { page, story } = this
    const focused = story.and(page.locator('.focused')).first()
    const state = (timeout) => focused.evaluate((row) => `${row.id} ${row.ariaExpanded}`, undefined, { timeout })
    await this.insist(
      what,
      async (patience) => {
        await this.command('Rashomon: Focus on Story View')
        await story.first().waitFor({ timeout: patience })
        await this.tree.evaluate((tree) => tree.focus())
        await page.keyboard.press('Home')
        const end = Date.now() + LIMIT / 4
        while (!(await seen()) && Date.now() < end) {
          const here = await state(patience)
          await page.keyboard.press(here.endsWith('false') ? 'ArrowRight' : 'ArrowDown')
          await patiently('a step', state, (now) => now !== here, patience)
        }
      },
      seen,
    )
  }

  /** Does something in the timeline's page, until it works and `seen` gives something; returns what it gave. */
  inTimeline(what, gesture, seen) {
    return this.insist(
      what,
      async (timeout) => {
        await this.command('Rashomon: Show Timeline')
        return gesture(await this.timeline(timeout), timeout)
      },
      seen,
    )
  }

  /** The frame of the timeline's page. */
  async timeline(patience = LIMIT) {
    let found
    const drawn = async () => {
      for (const frame of this.page.frames()) {
        if ((await frame.locator('#root svg').count()) > 0) return (found = frame)
      }
      return undefined
    }
    await patiently('the timeline', drawn, Boolean, patience)
    return found
  }

  /** Opens the editor anew with other settings. */
  async reopen(settings) {
    for (const owner of OWNERS) writeSettings(join(this.folder, '../data', owner), settings)
    await this.load()
  }

  /** What the extension has written into its log, for a test that fails. */
  log() {
    const logs = join(this.folder, '../data/logs')
    const files = readdirSync(logs, { recursive: true }).filter((name) => name.endsWith('Rashomon.log'))
    return files.map((name) => `${name}\n${readFileSync(join(logs, name), 'utf8')}`).join('\n')
  }

  /** How many conflicts the program itself finds in the folder. */
  conflicts() {
    const { stdout } = spawnSync(RASHOMON_BIN, ['check', '--format', 'json', this.folder], { encoding: 'utf8' })
    return JSON.parse(stdout).filter(({ severity }) => severity === 'warning' || severity === 'error').length
  }

  /** Whether the status bar counts so many conflicts. */
  async counts(wanted) {
    const told = await this.status().innerText()
    if (!told.includes(wanted === 1 ? '1 conflict' : `${wanted} conflicts`)) throw new Error(`not ${wanted}: ${told}`)
    return true
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

  caret() {
    return this.page.locator('[id="status.editor.selection"]').innerText()
  }

  status() {
    return this.page.locator('[id^="rashomon"].statusbar-item, .statusbar-item[id*="rashomon"]').first()
  }
}
