// The view “Timeline”: a page without outside resources that draws what the server tells.
import { randomBytes } from 'node:crypto'
import * as vscode from 'vscode'
import { openClaim } from './storyView'
import type { Story } from './stories'

/** What the page asks for. */
export type FromPage = { kind: 'ready' } | { kind: 'open'; story: number; topic: number; claim: number }
/** What the page is told. */
export type ToPage = { kind: 'stories'; stories: Story[] }

/** The host of the page. */
export class TimelineView implements vscode.WebviewViewProvider {
  private view: vscode.WebviewView | undefined
  private stories: Story[] = []

  constructor(private readonly home: vscode.Uri) {}

  /** Draws these stories. */
  show(stories: Story[]): void {
    this.stories = stories
    this.tell()
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view
    const folders = [vscode.Uri.joinPath(this.home, 'dist'), vscode.Uri.joinPath(this.home, 'media')]
    view.webview.options = { enableScripts: true, localResourceRoots: folders }
    view.webview.onDidReceiveMessage((message: FromPage) => {
      if (message.kind === 'ready') this.tell()
      else void this.open(message)
    })
    view.onDidDispose(() => (this.view = undefined))
    view.webview.html = this.page(view.webview)
  }

  private async open({ story, topic, claim }: Extract<FromPage, { kind: 'open' }>): Promise<void> {
    const chosen = this.stories[story]?.topics[topic]?.claims[claim]
    if (chosen !== undefined) await openClaim(chosen)
  }

  private tell(): void {
    const message: ToPage = { kind: 'stories', stories: this.stories }
    void this.view?.webview.postMessage(message)
  }

  private page(webview: vscode.Webview): string {
    const nonce = randomBytes(16).toString('base64')
    const script = webview.asWebviewUri(vscode.Uri.joinPath(this.home, 'dist', 'timeline.js')).toString()
    const style = webview.asWebviewUri(vscode.Uri.joinPath(this.home, 'media', 'timeline.css')).toString()
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width">
<title>Timeline</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="root"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`
  }
}
