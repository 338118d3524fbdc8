// The connection to the server.
import * as vscode from 'vscode'
import { LanguageClient, RevealOutputChannelOn, State, type Middleware } from 'vscode-languageclient/node'
import type { Story } from './stories'

/** What the rest of the extension wants to know of the connection. */
export interface Events {
  /** The server reads the workspace, or has done so. */
  indexing(now: boolean): void
  /** It runs, or it does not any more. */
  running(now: boolean): void
  /** A lens over a claim was chosen. */
  compare(subject: object): void
}

const SELECTOR = ['plaintext', 'markdown'].map((language) => ({ scheme: 'file', language }))

/** Starts a server and the connection to it. */
export async function connect(path: string, log: vscode.LogOutputChannel, events: Events): Promise<LanguageClient> {
  const client = new LanguageClient(
    'rashomon',
    'Rashomon',
    { command: path, args: ['lsp'] },
    {
      documentSelector: SELECTOR,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: vscode.workspace.getConfiguration('rashomon'),
      middleware: middleware(events),
    },
  )
  client.onDidChangeState(({ newState }) => {
    events.running(newState === State.Running)
  })
  await client.start()
  return client
}

function middleware(events: Events): Middleware {
  return {
    handleWorkDoneProgress(token, params, next) {
      if (params.kind === 'begin') events.indexing(true)
      if (params.kind === 'end') events.indexing(false)
      next(token, params)
    },
    async executeCommand(command, args, next) {
      const subject = (args[0] ?? {}) as object
      if (command === 'rashomon.compare') return events.compare(subject)
      if (command === 'rashomon.dismiss') return dismiss(subject, (complete) => next(command, [complete]))
      return next(command, args)
    },
  }
}

/** Asks for the reason of a dismissal. An empty one is taken, Escape is not. */
async function dismiss(subject: object, send: (complete: object) => unknown): Promise<void> {
  const reason = await vscode.window.showInputBox({ prompt: 'Why may it stand?', title: 'Dismiss this finding' })
  if (reason === undefined) return
  try {
    await send({ ...subject, reason })
  } catch (error) {
    void vscode.window.showErrorMessage(`Rashomon: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Carries out one of the server's commands. What goes wrong is told to the user. */
export async function execute<T>(client: LanguageClient, command: string, subject: object = {}): Promise<T | null> {
  try {
    return await client.sendRequest<T | null>('workspace/executeCommand', { command, arguments: [subject] })
  } catch (error) {
    void vscode.window.showErrorMessage(`Rashomon: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

/** Whether the server is too old to tell its stories. */
export function isOld(client: LanguageClient): boolean {
  const commands = client.initializeResult?.capabilities.executeCommandProvider?.commands ?? []
  return !commands.includes('rashomon.stories')
}

/** All stories, those with a conflict first; none while the server cannot tell. */
export async function stories(client: LanguageClient): Promise<Story[]> {
  if (!client.isRunning() || isOld(client)) return []
  const told = (await execute<Story[]>(client, 'rashomon.stories')) ?? []
  const calm = (story: Story): number => (story.topics.some((topic) => topic.level === 'conflict') ? 0 : 1)
  return told.sort((a, b) => calm(a) - calm(b))
}
