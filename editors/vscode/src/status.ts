// The item in the status bar: reading, or how many conflicts there are.
import * as vscode from 'vscode'

/** What the item tells. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('rashomon', vscode.StatusBarAlignment.Left)

  constructor() {
    this.item.name = 'Rashomon'
  }

  /** The server is reading the workspace. */
  reading(): void {
    this.set('$(sync~spin) Rashomon', 'Rashomon is reading the articles', 'rashomon.showLog')
  }

  /** There are so many conflicts. */
  conflicts(count: number): void {
    const text = count === 1 ? '1 conflict' : `${count} conflicts`
    this.set(
      `${count === 0 ? '$(pass)' : '$(warning)'} ${text}`,
      `Rashomon: ${text}. Open the Story view`,
      'rashomon.story.focus',
    )
  }

  /** The server does not run, and why. */
  stopped(reason: string): void {
    this.set('$(circle-slash) Rashomon', `Rashomon does not run: ${reason}`, 'rashomon.restart')
  }

  /** Nothing is shown. */
  hide(): void {
    this.item.hide()
  }

  private set(text: string, tooltip: string, command: string): void {
    this.item.text = text
    this.item.tooltip = tooltip
    this.item.command = command
    this.item.accessibilityInformation = { label: tooltip }
    this.item.show()
  }

  dispose(): void {
    this.item.dispose()
  }
}
