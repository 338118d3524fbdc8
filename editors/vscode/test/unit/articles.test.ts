import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { anyArticle, hasFrontMatter, mayBeArticle } from '../../src/articles'

test('articles are text and Markdown files', () => {
  assert.ok(mayBeArticle('/desk/flood.md'))
  assert.ok(mayBeArticle('C:\\desk\\court report.txt'))
  for (const path of ['/desk/README.md', '/desk/readme.txt', '/desk/LICENSE', '/desk/main.rs', '/desk/.md']) {
    assert.ok(!mayBeArticle(path), path)
  }
})

test('front matter names an outlet or a day', () => {
  assert.ok(hasFrontMatter('---\nsource: Lake Wire\n---\nText'))
  assert.ok(hasFrontMatter('\uFEFF---\r\ntitle: Flood\r\ndate: 2025-05-06\r\n---\r\n'))
  assert.ok(!hasFrontMatter('---\ntitle: Notes\n---\nsource: none'))
  assert.ok(!hasFrontMatter('source: Lake Wire'))
})

test('a folder holds articles when one of its files says so', async () => {
  const desk = await mkdtemp(join(tmpdir(), 'desk-'))
  const [notes, report] = [join(desk, 'notes.md'), join(desk, 'report.txt')]
  await writeFile(notes, '# Notes\n')
  assert.ok(!(await anyArticle([notes, join(desk, 'gone.md')])))
  await writeFile(report, '---\ndate: 2025-05-06\n---\nThe court sat.\n')
  assert.ok(await anyArticle([notes, report]))
  await rm(desk, { recursive: true })
})
