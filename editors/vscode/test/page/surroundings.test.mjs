// Surroundings in which there is little to do: each has a plain message or works.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openDesk } from './desk.mjs'

/** Carries out a test on a desk, and clears it away. */
async function on(options, carryOut) {
  const desk = await openDesk(options)
  try {
    await carryOut(desk)
  } finally {
    await desk.close()
  }
}

const made = []
after(() => made.forEach((folder) => rmSync(folder, { recursive: true })))

/** A fresh folder, which is cleared away in the end. */
function folderFor(purpose) {
  made.push(mkdtempSync(join(tmpdir(), `rashomon-${purpose}-`)))
  return made.at(-1)
}

/** A program of these lines of JavaScript, in a folder of its own. */
function program(lines) {
  const path = join(folderFor('program'), 'rashomon')
  writeFileSync(path, `#!${process.execPath}\n${lines.join('\n')}\n`, { mode: 0o755 })
  return path
}

test('without a server, the reader is told what to do', () =>
  on({ settings: { 'rashomon.server.path': '/nowhere/rashomon' } }, async (desk) => {
    await desk.open('the-lantern.md')
    const message = desk.page.locator('.notification-toast', { hasText: 'rashomon.server.path' })
    await message.waitFor()
    assert.match(await message.innerText(), /no program that can be run/)
  }))

test('with an old server, what it can do works, and the reader is told of the rest', () => {
  // Today's server, but for the command that the views need.
  const old = program([
    "const { spawn } = require('node:child_process')",
    "if (process.argv[2] === '--version') return console.log('rashomon 0.0.1')",
    "const server = spawn(process.env.RASHOMON_BIN, process.argv.slice(2), { stdio: ['inherit', 'pipe', 'inherit'] })",
    "const without = (text) => text.replaceAll('rashomon.stories', 'rashomon.unknown')",
    "server.stdout.on('data', (data) => process.stdout.write(without(data.toString('latin1')), 'latin1'))",
    "server.on('exit', (code) => process.exit(code))",
  ])
  return on({ settings: { 'rashomon.server.path': old } }, async (desk) => {
    await desk.open('island-post.md')
    await desk.page.locator('.notification-toast', { hasText: 'older than this extension' }).waitFor()
    await desk.page.locator('.squiggly-warning').first().waitFor()
  })
})

test('in a folder that is not trusted, the server is the one of the user, never one that the folder names', () => {
  const trace = join(folderFor('trace'), 'it-ran')
  const stranger = program([`require('node:fs').writeFileSync('${trace}', '')`])
  const prepare = (folder) => {
    mkdirSync(join(folder, '.vscode'))
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'rashomon.server.path': stranger }))
  }
  const settings = { 'security.workspace.trust.startupPrompt': 'never' }
  return on({ settings, prepare, trusted: false }, async (desk) => {
    await desk.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor()
    await desk.open('island-post.md')
    await desk.page.locator('.squiggly-warning').first().waitFor()
    assert.ok(!existsSync(trace))
  })
})

test('in a folder without articles no server runs until it is asked for', () => {
  const prepare = (folder) => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    writeFileSync(join(folder, 'notes.md'), '# Notes\n\nBuy 12 eggs.\n')
  }
  return on({ prepare }, async (desk) => {
    await desk.open('notes.md')
    const start = desk.page.getByRole('button', { name: 'Start Here' })
    await desk.command('Rashomon: Focus on Story View', () => start.isVisible())
    assert.deepEqual(desk.servers(), [])
    await start.click()
    await desk.until(
      'the server',
      () => desk.servers(),
      (pids) => pids.length === 1,
    )
  })
})

test('where nothing can be written, a dismissal says so', () => {
  const prepare = (folder) => mkdirSync(join(folder, 'rashomon.toml.new'))
  return on({ prepare }, async (desk) => {
    await desk.open('island-post.md')
    await desk.page.locator('.squiggly-warning').first().waitFor()
    await desk.onto('island-post.md', '421')
    const toast = desk.page.locator('.notification-toast', { hasText: 'rashomon.toml' }).first()
    await desk.insist(
      'the message',
      async (timeout) => {
        await desk.command('Rashomon: Dismiss Finding Here')
        await desk.answer('no', timeout)
      },
      () => toast.isVisible(),
    )
  })
})

test('ten thousand articles are read while the editor goes on', () => {
  const outlets = ['Valley Radio', 'Harbour Times', 'Hill Gazette', 'Northern Wire', 'Lake Courier']
  const word = (number) =>
    [...String(number).padStart(4, '0')].map((digit) => 'bakoritemosedaluvinegari'.substr(digit * 2, 2)).join('')
  const named = (number) => word(number).replace(/^./, (first) => first.toUpperCase())
  const prepare = (folder) => {
    for (let story = 0; story < 2000; story++) {
      const ship = `the ferry ${named(story)}, with ${300 + story} passengers on board, ran aground off ${named(story + 4000)} on Monday`
      for (const source of outlets) {
        const front = `---\nsource: ${source}\ndate: 2025-06-03\n---\n\n`
        writeFileSync(
          join(folder, `${source}-${story}.md`),
          `${front}In fog, ${ship}, harbour master ${named(story + 6000)} said.\n`,
        )
      }
    }
  }
  return on({ prepare }, async (desk) => {
    await desk.open('island-post.md')
    await desk.page.locator('.squiggly-warning').first().waitFor()
    await desk.onto('Hill Gazette-1999.md', '2299')
    await desk.hover('Valley Radio')
    await desk.command('Rashomon: Focus on Story View', () => desk.story.first().isVisible())
  })
})
