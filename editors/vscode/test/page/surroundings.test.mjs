// Surroundings in which there is little to do: each has a plain message or works.
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDesk } from './desk.mjs'

test('without a server, the reader is told what to do', async () => {
  const desk = await openDesk({ settings: { 'rashomon.server.path': '/nowhere/rashomon' } })
  try {
    await desk.open('the-lantern.md')
    const message = desk.page.locator('.notification-toast', { hasText: 'rashomon.server.path' })
    await message.waitFor()
    assert.match(await message.innerText(), /no program that can be run/)
  } finally {
    await desk.close()
  }
})

test('in a folder without articles no server runs until it is asked for', async () => {
  const desk = await openDesk({
    prepare(folder) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      writeFileSync(join(folder, 'notes.md'), '# Notes\n\nBuy 12 eggs.\n')
    },
  })
  try {
    await desk.open('notes.md')
    await desk.command('Rashomon: Focus on Story View')
    const start = desk.page.getByRole('button', { name: 'Start Here' })
    await start.waitFor()
    assert.deepEqual(desk.servers(), [])
    await start.click()
    await desk.until(
      'the server',
      () => desk.servers(),
      (pids) => pids.length === 1,
    )
  } finally {
    await desk.close()
  }
})

test('where nothing can be written, a dismissal says so', async () => {
  const desk = await openDesk({ prepare: (folder) => mkdirSync(join(folder, 'rashomon.toml.new')) })
  try {
    const { page } = desk
    await desk.open('island-post.md')
    await page.locator('.squiggly-warning').first().waitFor()
    await desk.onto('island-post.md', '421')
    const toast = page.locator('.notification-toast', { hasText: 'rashomon.toml' }).first()
    await desk.insist(
      'the message',
      async (timeout) => {
        await desk.command('Rashomon: Dismiss Finding Here')
        await desk.answer('no', timeout)
      },
      () => toast.isVisible(),
    )
  } finally {
    await desk.close()
  }
})
