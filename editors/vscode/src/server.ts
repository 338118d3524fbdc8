// Where the server is, and whether it is one that this extension can talk to.
import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const NAME = process.platform === 'win32' ? 'rashomon.exe' : 'rashomon'
/** How long the server may take to tell its version, in milliseconds. */
const PATIENCE = 15_000

/** The server's path, or what to tell the user. */
export type Found = { path: string; version: string } | { problem: string }

/** Looks for the server: the setting, then the one bundled with the extension, then PATH. */
export async function findServer(setting: string, extension: string, path = process.env['PATH'] ?? ''): Promise<Found> {
  if (setting !== '') {
    if (!(await isProgram(setting))) {
      return { problem: `The setting rashomon.server.path names ${setting}, which is no program that can be run.` }
    }
    return versionOf(setting)
  }
  const places = [join(extension, 'bin'), ...path.split(delimiter).filter((p) => p !== '')]
  for (const place of places) {
    const program = join(place, NAME)
    if (await isProgram(program)) return versionOf(program)
  }
  return {
    problem:
      'The program “rashomon” was not found. Build it with “cargo install --path .” in a checkout of Rashomon, or name it in the setting rashomon.server.path.',
  }
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function versionOf(path: string): Promise<Found> {
  return new Promise((resolve) => {
    execFile(path, ['--version'], { timeout: PATIENCE }, (error, stdout) => {
      const version = /^rashomon (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1]
      if (error !== null || version === undefined) {
        resolve({ problem: `${path} is no Rashomon server: it does not answer “--version” as one does.` })
      } else {
        resolve({ path, version })
      }
    })
  })
}
