// Bundles the extension and the script of its timeline or, with --tests, the tests.
import { build } from 'esbuild'
import { readdirSync } from 'node:fs'

const minify = process.argv.includes('--minify')
const node = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', minify, logLevel: 'warning' }

if (process.argv.includes('--tests')) {
  await build({
    ...node,
    entryPoints: readdirSync('test/unit').map((name) => `test/unit/${name}`),
    outdir: 'dist/test',
  })
  await build({ ...node, entryPoints: ['test/host/run.ts'], outdir: 'dist/host', external: ['vscode'] })
} else {
  await build({ ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] })
  await build({
    entryPoints: ['src/webview/timeline.ts'],
    outfile: 'dist/timeline.js',
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify,
    logLevel: 'warning',
  })
}
