import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { findServer } from '../../src/server'

async function program(path: string, says: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `#!/bin/sh\necho '${says}'\n`)
  await chmod(path, 0o755)
  return path
}

async function inFolder(run: (home: string) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'server-'))
  try {
    await run(home)
  } finally {
    await rm(home, { recursive: true })
  }
}

test('the setting comes first, then the bundled program, then PATH', () =>
  inFolder(async (home) => {
    const onPath = await program(join(home, 'path/rashomon'), 'rashomon 0.1.0')
    const path = join(home, 'path')
    assert.deepEqual(await findServer('', home, path), { path: onPath, version: '0.1.0' })
    const bundled = await program(join(home, 'bin/rashomon'), 'rashomon 0.1.1')
    assert.deepEqual(await findServer('', home, path), { path: bundled, version: '0.1.1' })
    const named = await program(join(home, 'named'), 'rashomon 1.2.3-beta')
    assert.deepEqual(await findServer(named, home, path), { path: named, version: '1.2.3-beta' })
  }))

test('without a program the user is told what to do', () =>
  inFolder(async (home) => {
    const found = await findServer('', home, '')
    assert.ok('problem' in found && found.problem.includes('cargo install'))
    const wrong = await findServer(join(home, 'nowhere'), home, '')
    assert.ok('problem' in wrong && wrong.problem.includes('rashomon.server.path'))
  }))

test('another program of the name is not run as a server', () =>
  inFolder(async (home) => {
    const other = await program(join(home, 'rashomon'), 'Kurosawa 1950')
    const found = await findServer(other, home, '')
    assert.ok('problem' in found && found.problem.includes('no Rashomon server'))
  }))
