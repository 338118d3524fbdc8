// Which files may be articles, and whether a folder holds any.
import { open } from 'node:fs/promises'

/** How many files are looked at, and how far into each. */
export const FILES = 200
const BYTES = 1024

const NO_ARTICLES = new Set(['README', 'CHANGELOG', 'LICENSE', 'CONTRIBUTING'])

/** Whether a file of this path may be an article by its name. */
export function mayBeArticle(path: string): boolean {
  const name = path.split(/[\\/]/).at(-1) ?? ''
  const parts = /^(.+)\.(md|txt)$/.exec(name)
  return parts !== null && !NO_ARTICLES.has((parts[1] ?? '').toUpperCase())
}

/** Whether a text begins with front matter that names an outlet or a day, as articles have. */
export function hasFrontMatter(head: string): boolean {
  const front = /^\uFEFF?---\r?\n([\s\S]*?)(\n---|$)/.exec(head)
  return front !== null && /^(source|date):/m.test(front[1] ?? '')
}

/** Whether one of these files is an article by its first lines. */
export async function anyArticle(paths: string[]): Promise<boolean> {
  for (const path of paths.filter(mayBeArticle).slice(0, FILES)) {
    if (hasFrontMatter(await headOf(path))) return true
  }
  return false
}

/** The first lines of a file; empty where it cannot be read. */
async function headOf(path: string): Promise<string> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(BYTES), 0, BYTES, 0)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return ''
  }
}
