// Starts the server where it makes sense, and joins the parts of the extension.
import { isDeepStrictEqual } from 'node:util'
import * as vscode from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { anyArticle, FILES } from './articles'
import { connect, execute, isOld, stories } from './client'
import { findServer } from './server'
import { Status } from './status'
import { openClaim, StoryView } from './storyView'
import type { Claim, Story } from './stories'
import { TimelineView } from './timelineView'

/** How long to wait for more changes before the views are brought up to date, in milliseconds. */
const PAUSE = 300
const SCHEME = 'rashomon'

/** What a dismissal is, as the server lists it. */
interface Dismissed {
  index: number
  code: string
  words: string
  reason: string
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const extension = new Extension(context)
  context.subscriptions.push(extension)
  await extension.startIfSensible()
}

class Extension implements vscode.Disposable {
  private readonly log = vscode.window.createOutputChannel('Rashomon', { log: true })
  private readonly status = new Status()
  private readonly story = new StoryView()
  private readonly timeline: TimelineView
  private readonly pages = new Map<string, string>()
  private client: LanguageClient | undefined
  private told: Story[] = []
  private indexing = false
  private pause: NodeJS.Timeout | undefined

  constructor(private readonly context: vscode.ExtensionContext) {
    this.timeline = new TimelineView(context.extensionUri)
    const command = (name: string, run: (...args: never[]) => unknown): vscode.Disposable =>
      vscode.commands.registerCommand(`rashomon.${name}`, run)
    context.subscriptions.push(
      this.log,
      this.status,
      vscode.window.registerTreeDataProvider('rashomon.story', this.story),
      vscode.window.registerWebviewViewProvider('rashomon.timeline', this.timeline),
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        provideTextDocumentContent: (uri) => this.pages.get(uri.path) ?? '',
      }),
      vscode.languages.onDidChangeDiagnostics(() => this.refreshSoon()),
      vscode.workspace.onDidChangeConfiguration((change) => this.configured(change)),
      command('openClaim', (claim: Claim) => openClaim(claim)),
      command('compareClaims', () => this.compare(this.here() ?? {})),
      command('showTimeline', () => vscode.commands.executeCommand('rashomon.timeline.focus')),
      command('goToNextClaim', () => this.next(false)),
      command('goToPreviousClaim', () => this.next(true)),
      command('dismissFinding', () => vscode.commands.executeCommand('rashomon.dismiss', this.here() ?? {})),
      command('restoreDismissed', () => this.restore()),
      command('readAgain', () => this.withClient((client) => execute(client, 'rashomon.reindex'))),
      command('restart', () => this.restart()),
      command('showLog', () => this.log.show()),
    )
  }

  /** Starts the server unless the settings or the folder speak against it. */
  async startIfSensible(): Promise<void> {
    const wish = vscode.workspace.getConfiguration('rashomon').get<string>('enable', 'auto')
    if (wish === 'off') return
    if (wish === 'on' || (await holdsArticles())) await this.start()
  }

  private async start(): Promise<void> {
    const setting = vscode.workspace.getConfiguration('rashomon').get<string>('server.path', '')
    const found = await findServer(setting, this.context.extensionPath)
    if ('problem' in found) {
      this.status.stopped(found.problem)
      const choice = await vscode.window.showErrorMessage(`Rashomon: ${found.problem}`, 'Open Settings')
      if (choice !== undefined) await vscode.commands.executeCommand('workbench.action.openSettings', 'rashomon.server')
      return
    }
    this.log.info(`rashomon ${found.version} at ${found.path}`)
    try {
      this.client = await connect(found.path, this.log, {
        indexing: (now) => this.read(now),
        running: (now) => this.run(now),
        compare: (subject) => void this.compare(subject),
      })
    } catch (error) {
      this.status.stopped(String(error))
      return
    }
    if (isOld(this.client)) {
      void vscode.window.showWarningMessage(
        `Rashomon: the server at ${found.path} is older than this extension, so that the views stay empty. Build it anew.`,
      )
    }
    this.run(true)
  }

  private async restart(): Promise<void> {
    const old = this.client
    this.client = undefined
    await old?.dispose().catch((error: unknown) => this.log.warn(String(error)))
    await this.start()
  }

  private configured(change: vscode.ConfigurationChangeEvent): void {
    if (change.affectsConfiguration('rashomon.server') && this.client !== undefined) void this.restart()
    else if (change.affectsConfiguration('rashomon.enable') && this.client === undefined) void this.startIfSensible()
  }

  private run(now: boolean): void {
    void vscode.commands.executeCommand('setContext', 'rashomon.running', now)
    if (now) this.refreshSoon()
    else this.status.stopped('it has stopped')
  }

  private read(now: boolean): void {
    this.indexing = now
    if (now) this.status.reading()
    else this.refreshSoon()
  }

  private refreshSoon(): void {
    clearTimeout(this.pause)
    this.pause = setTimeout(() => void this.refresh(), PAUSE)
  }

  private async refresh(): Promise<void> {
    if (this.client === undefined || this.indexing) return
    this.status.conflicts(conflicts())
    const told = await stories(this.client)
    // A view that is drawn anew loses the place where the reader is in it.
    if (isDeepStrictEqual(told, this.told)) return
    this.told = told
    this.story.show(told)
    this.timeline.show(told)
  }

  /** What the caret stands on, as the server's commands take it. */
  private here(): object | undefined {
    const editor = vscode.window.activeTextEditor
    if (editor === undefined || this.client === undefined) return undefined
    const uri = this.client.code2ProtocolConverter.asUri(editor.document.uri)
    return { uri, position: this.client.code2ProtocolConverter.asPosition(editor.selection.active), show: false }
  }

  private async withClient<T>(run: (client: LanguageClient) => Promise<T>): Promise<T | undefined> {
    if (this.client?.isRunning() === true) return run(this.client)
    const choice = await vscode.window.showWarningMessage('Rashomon does not run in this folder.', 'Start')
    if (choice !== undefined) await this.restart()
    return undefined
  }

  private async compare(subject: object): Promise<void> {
    await this.withClient(async (client) => {
      const text = await execute<string>(client, 'rashomon.compare', { ...subject, show: false })
      if (text === null) {
        void vscode.window.showInformationMessage('Rashomon: open one of the articles first.')
        return
      }
      const path = `/${this.pages.size + 1}/Claims.md`
      this.pages.set(path, text)
      const uri = vscode.Uri.from({ scheme: SCHEME, path })
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri)
    })
  }

  private async next(backwards: boolean): Promise<void> {
    await this.withClient(async (client) => {
      const subject = { ...this.here(), backwards, show: false }
      const found = await execute<Pick<Claim, 'uri' | 'range'>>(client, 'rashomon.nextRelatedClaim', subject)
      if (found !== null) await openClaim(found)
      else void vscode.window.setStatusBarMessage('Rashomon: no other claim on this quantity', 3000)
    })
  }

  private async restore(): Promise<void> {
    await this.withClient(async (client) => {
      const all = (await execute<Dismissed[]>(client, 'rashomon.dismissed')) ?? []
      const items = all.map(({ index, code, words, reason }) => ({
        label: `“${words}”`,
        description: code,
        detail: reason,
        index,
      }))
      const title = items.length === 0 ? 'Nothing has been dismissed' : 'Restore a dismissed finding'
      const choice = await vscode.window.showQuickPick(items, { title, placeHolder: title })
      if (choice !== undefined) await execute(client, 'rashomon.restore', { index: choice.index })
    })
  }

  dispose(): Thenable<void> | undefined {
    clearTimeout(this.pause)
    return this.client?.dispose()
  }
}

/** How many findings of the workspace are warnings or worse. */
function conflicts(): number {
  const ours = (d: vscode.Diagnostic): boolean =>
    d.source === 'rashomon' && d.severity <= vscode.DiagnosticSeverity.Warning
  return vscode.languages.getDiagnostics().reduce((sum, [, found]) => sum + found.filter(ours).length, 0)
}

/** Whether the workspace has settings for the server, or an article that says it is one. */
async function holdsArticles(): Promise<boolean> {
  if ((await vscode.workspace.findFiles('**/rashomon.toml', undefined, 1)).length > 0) return true
  const files = await vscode.workspace.findFiles('**/*.{md,txt}', '**/{node_modules,target}/**', FILES)
  return anyArticle(files.filter((uri) => uri.scheme === 'file').map((uri) => uri.fsPath))
}
