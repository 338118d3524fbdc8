// What other extensions and the editor get from this one, asked for through the editor's own interface.
import assert from 'node:assert/strict'
import * as vscode from 'vscode'

const ID = 'rashomon.rashomon'
const CONFLICT = 'figure-conflict'

function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]
  assert.ok(folder)
  return vscode.Uri.joinPath(folder.uri, name)
}

/** Opens an article, and finds words in it. */
async function article(name: string, words: string): Promise<{ uri: vscode.Uri; at: vscode.Position }> {
  const document = await vscode.workspace.openTextDocument(uriOf(name))
  await vscode.window.showTextDocument(document)
  const offset = document.getText().indexOf(words)
  assert.ok(offset >= 0, words)
  return { uri: document.uri, at: document.positionAt(offset + 1) }
}

/** Asks again until there is an answer that is wanted: the server may still be reading. */
async function until<T>(ask: () => Thenable<T> | T, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (wanted(answer)) return answer
    await new Promise((done) => setTimeout(done, 100))
  }
}

function findings(uri: vscode.Uri, code: string): vscode.Diagnostic[] {
  const codeOf = (d: vscode.Diagnostic): unknown => (typeof d.code === 'object' ? d.code.value : d.code)
  return vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'rashomon' && codeOf(d) === code)
}

/** The paths that places lie in. */
function files(places: (vscode.Location | vscode.LocationLink)[]): string[] {
  return places.map((p) => ('targetUri' in p ? p.targetUri : p.uri).path.split('/').at(-1) ?? '')
}

function ask<T>(provider: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`vscode.${provider}`, ...args)
}

/** The cases by their names. */
export const cases: Record<string, () => Promise<void>> = {
  async 'the extension starts, and every command that it promises is there'() {
    const extension = vscode.extensions.getExtension(ID)
    assert.ok(extension)
    await extension.activate()
    const there = new Set(await vscode.commands.getCommands(true))
    for (const { command } of extension.packageJSON.contributes.commands) assert.ok(there.has(command), command)
  },

  async 'every setting has a description, and the default that the editor gives'() {
    const { properties } = vscode.extensions.getExtension(ID)?.packageJSON.contributes.configuration
    for (const [name, setting] of Object.entries<Record<string, unknown>>(properties)) {
      assert.ok(setting['description'] ?? setting['markdownDescription'], name)
      assert.deepEqual(vscode.workspace.getConfiguration().inspect(name)?.defaultValue, setting['default'], name)
    }
  },

  async 'a conflict is a warning with the other place beside it'() {
    const { uri } = await article('island-post.md', '421')
    const [found] = await until(
      () => findings(uri, CONFLICT),
      (all) => all.length > 0,
    )
    assert.equal(found?.severity, vscode.DiagnosticSeverity.Warning)
    assert.match(found.message, /“412” in Coast Radio/)
    assert.ok(files(found.relatedInformation?.map((r) => r.location) ?? []).includes('coast-radio.md'))
  },

  async 'articles that are not open have their findings too'() {
    await until(
      () => findings(uriOf('strait-gazette.txt'), CONFLICT),
      (all) => all.length > 0,
    )
  },

  async 'the hover of a figure is a table with links'() {
    const { uri, at } = await article('the-lantern.md', '11,000 North')
    const [hover] = await ask<vscode.Hover[]>('executeHoverProvider', uri, at)
    const text = hover?.contents.map((c) => (typeof c === 'string' ? c : c.value)).join('\n') ?? ''
    assert.match(text, /\| \[11,000\]\[1\] *\| Steppe Monitor/)
    assert.match(text, /\[1\]: file:/)
  },

  async 'a surname is defined where the full name stands'() {
    const { uri, at } = await article('the-lantern.md', 'Budanov said on Tuesday')
    const [place] = await ask<(vscode.Location | vscode.LocationLink)[]>('executeDefinitionProvider', uri, at)
    assert.ok(place)
    assert.equal(('targetRange' in place ? place.targetRange : place.range).start.line, 6)
  },

  async 'the references of a figure are the related claims'() {
    const { uri, at } = await article('island-post.md', '421')
    const places = await ask<vscode.Location[]>('executeReferenceProvider', uri, at)
    assert.ok(files(places).includes('coast-radio.md'))
    assert.ok(files(places).includes('strait-gazette.txt'))
  },

  async 'lenses count sources, hints tell days, tokens tell kinds'() {
    const { uri } = await article('the-lantern.md', '11,000')
    const lenses = await ask<vscode.CodeLens[]>('executeCodeLensProvider', uri)
    assert.ok(lenses.some(({ command }) => command !== undefined && /\d sources? /.test(command.title)))
    const all = new vscode.Range(0, 0, 1000, 0)
    const hints = await ask<vscode.InlayHint[]>('executeInlayHintProvider', uri, all)
    assert.ok(hints.some(({ label }) => label === '2024-10-22'))
    const legend = await ask<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend', uri)
    assert.ok(['person', 'figure', 'date'].every((kind) => legend.tokenTypes.includes(kind)))
    const tokens = await ask<vscode.SemanticTokens>('provideDocumentSemanticTokens', uri)
    assert.ok(tokens.data.length > 0)
  },

  async 'a quick fix takes the other value, as an edit'() {
    const { uri, at } = await article('island-post.md', '421')
    const place = new vscode.Range(at, at)
    const actions = await ask<vscode.CodeAction[]>('executeCodeActionProvider', uri, place, undefined, 20)
    const fix = actions.find(({ title }) => title.startsWith('Use “412” (Coast Radio'))
    const [edits] = fix?.edit?.entries() ?? []
    assert.equal(edits?.[1][0]?.newText, '412')
    assert.ok(actions.some(({ title }) => title === 'Dismiss figure-conflict here'))
  },

  async 'a name is renamed throughout the article'() {
    const { uri, at } = await article('border-bulletin.txt', 'Kyryll Budanov')
    const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', uri, at, 'Kyrylo Budanov')
    assert.ok(edit.get(uri).length > 0)
    assert.ok(edit.entries().every(([place]) => place.path === uri.path))
  },

  async 'a change of a level is taken over at once'() {
    const { uri } = await article('island-post.md', '421')
    const settings = vscode.workspace.getConfiguration('rashomon')
    await settings.update('severity', { [CONFLICT]: 'error' }, vscode.ConfigurationTarget.Workspace)
    const level = (wanted: vscode.DiagnosticSeverity) => (all: vscode.Diagnostic[]) => all[0]?.severity === wanted
    await until(() => findings(uri, CONFLICT), level(vscode.DiagnosticSeverity.Error))
    await settings.update('severity', undefined, vscode.ConfigurationTarget.Workspace)
    await until(() => findings(uri, CONFLICT), level(vscode.DiagnosticSeverity.Warning))
  },

  async 'what is typed counts before it is saved'() {
    const { uri } = await article('island-post.md', '421')
    const editor = vscode.window.activeTextEditor
    assert.ok(editor)
    const start = editor.document.positionAt(editor.document.getText().indexOf('421'))
    await editor.edit((edit) => edit.replace(new vscode.Range(start, start.translate(0, 3)), '412'))
    const marked = (all: vscode.Diagnostic[]): boolean => all.some(({ range }) => range.start.isEqual(start))
    await until(
      () => findings(uri, CONFLICT),
      (all) => !marked(all),
    )
    await vscode.commands.executeCommand('undo')
    await until(() => findings(uri, CONFLICT), marked)
    await editor.document.save()
  },

  async 'documents that are in no file, or in one that is not on the disk, are left alone'() {
    const content = 'It said 421 passengers.'
    const provider = vscode.workspace.registerTextDocumentContentProvider('elsewhere', {
      provideTextDocumentContent: () => content,
    })
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content })
    const virtual = await vscode.workspace.openTextDocument(vscode.Uri.parse('elsewhere:/desk/report.md'))
    for (const { uri, languageId } of [untitled, virtual]) {
      assert.equal(languageId, 'markdown')
      assert.deepEqual(await ask<vscode.Hover[]>('executeHoverProvider', uri, new vscode.Position(0, 9)), [])
    }
    provider.dispose()
  },
}
