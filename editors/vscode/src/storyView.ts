// The tree of stories: what is counted, and what each outlet says of it.
import * as vscode from 'vscode'
import { SIGNS, type Claim, type Level, type Story, type Topic } from './stories'

type Node = { story: Story } | { topic: Topic } | { claim: Claim }

const ICONS: Record<Level, vscode.ThemeIcon> = {
  conflict: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  differs: new vscode.ThemeIcon('info'),
  agree: new vscode.ThemeIcon('pass'),
}

const WORDS: Record<Level, string> = { conflict: 'conflict', differs: 'differ', agree: 'agree' }

/** The data behind the view “Story”. */
export class StoryView implements vscode.TreeDataProvider<Node> {
  private stories: Story[] = []
  private readonly changed = new vscode.EventEmitter<void>()
  readonly onDidChangeTreeData = this.changed.event

  /** Shows these stories. */
  show(stories: Story[]): void {
    this.stories = stories
    this.changed.fire()
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      const [only, ...others] = this.stories
      if (only !== undefined && others.length === 0) return only.topics.map((topic) => ({ topic }))
      return this.stories.map((story) => ({ story }))
    }
    if ('story' in node) return node.story.topics.map((topic) => ({ topic }))
    return 'topic' in node ? node.topic.claims.map((claim) => ({ claim })) : []
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if ('story' in node) return new vscode.TreeItem(node.story.title, vscode.TreeItemCollapsibleState.Expanded)
    return 'topic' in node ? topicItem(node.topic) : claimItem(node.claim)
  }
}

function topicItem(topic: Topic): vscode.TreeItem {
  const conflict = topic.level === 'conflict'
  const state = conflict ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed
  const item = new vscode.TreeItem(topic.about, state)
  item.iconPath = ICONS[topic.level]
  item.description = `${topic.claims.length} ${WORDS[topic.level]}`
  return item
}

function claimItem(claim: Claim): vscode.TreeItem {
  const item = new vscode.TreeItem(claim.level === null ? claim.text : `${SIGNS[claim.level]} ${claim.text}`)
  item.description = [claim.source, claim.by, claim.day ?? claim.date].filter((part) => part).join(' · ')
  item.tooltip = `${claim.text}: ${item.description}`
  item.command = { command: 'rashomon.openClaim', title: 'Go to the claim', arguments: [claim] }
  return item
}

/** Goes to a claim. */
export async function openClaim(claim: Pick<Claim, 'uri' | 'range'>): Promise<void> {
  const { start, end } = claim.range
  const selection = new vscode.Range(start.line, start.character, end.line, end.character)
  await vscode.window.showTextDocument(vscode.Uri.parse(claim.uri), { selection })
}
