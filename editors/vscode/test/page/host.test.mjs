// The cases that run inside the editor's extension host, with the extension as it was built.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk } from './desk.mjs'

const { EXTENSION } = process.env
const MARK = 'outcome:'

test('in the extension host', async (t) => {
  const outcomes = []
  let end
  const ended = new Promise((done) => (end = done))
  const desk = await openDesk({
    async meet(page, authority) {
      const place = (path) => ({ scheme: 'vscode-remote', authority, path })
      const options = { extensions: [place(EXTENSION)], extensionTestsPath: place(`${EXTENSION}/dist/host/run.js`) }
      await page.exposeFunction('codeAutomationLog', (_, args) => {
        for (const arg of args) if (String(arg).startsWith(MARK)) outcomes.push(JSON.parse(arg.slice(MARK.length)))
      })
      await page.exposeFunction('codeAutomationExit', end)
      // The page's scripts read their options from this element, which is there before they run.
      await page.addInitScript((options) => {
        document.addEventListener('readystatechange', () => {
          const holder = document.getElementById('vscode-workbench-web-configuration')
          if (document.readyState !== 'interactive' || holder === null) return
          const configuration = { ...JSON.parse(holder.dataset.settings), developmentOptions: options }
          holder.dataset.settings = JSON.stringify(configuration)
        })
      }, options)
    },
  })
  try {
    await ended
  } finally {
    await desk.close()
  }
  assert.ok(outcomes.length > 0, 'no case was carried out')
  for (const { name, fault } of outcomes) await t.test(name, () => assert.ok(fault === undefined, fault))
})
