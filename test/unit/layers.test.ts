import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../support/projectRoot';

/** What each layer may not import, one file a case: the path from the top, and the module it asks for. */
const forbidden: readonly (readonly [file: string, module: string])[] = [
  ['src/core/archive/x.ts', 'vscode'],
  ['src/core/archive/x.ts', 'node:fs'],
  ['src/core/archive/x.ts', '../../protocol/workerMessages'],
  ['src/core/archive/x.ts', '../../node/workerPool'],
  ['src/core/archive/x.ts', '../../browser/x'],
  ['src/core/archive/x.ts', '../../extension/x'],
  ['src/core/archive/x.ts', '../../webview/x'],
  ['src/core/archive/x.ts', '../../cli/x'],
  ['src/protocol/x.ts', 'vscode'],
  ['src/protocol/x.ts', 'node:fs'],
  ['src/protocol/x.ts', '../node/x'],
  ['src/protocol/x.ts', '../extension/x'],
  ['src/webview/x.ts', 'vscode'],
  ['src/webview/x.ts', '../core/article/article'],
  ['src/webview/x.ts', '../extension/x'],
  ['src/node/x.ts', 'vscode'],
  ['src/node/x.ts', '../browser/x'],
  ['src/node/x.ts', '../extension/x'],
  ['src/node/x.ts', '../cli/x'],
  ['src/browser/x.ts', 'vscode'],
  ['src/browser/x.ts', 'node:fs'],
  ['src/browser/x.ts', '../node/x'],
  ['src/cli/x.ts', 'vscode'],
  ['src/cli/x.ts', '../extension/x'],
  ['src/cli/x.ts', '../browser/x'],
  ['src/extension/x.ts', 'node:fs'],
  ['src/extension/x.ts', '../webview/x'],
  ['src/extension/x.ts', '../cli/x'],
  ['src/extension/x.ts', '../node/x'],
  ['src/extension/archives/x.ts', '../../node/x'],
  ['src/extension/archives/x.ts', '../../browser/x'],
  ['src/extension/extension.x.ts', './features/one/y'],
  ['src/extension/features/one/x.ts', '../other/x'],
  ['src/extension/features/one/x.ts', 'node:fs'],
  ['src/extension/features/one/x.ts', '../../../node/x'],
  ['src/extension/features/one/x.ts', '../../../webview/x'],
];

const allowed: readonly (readonly [file: string, module: string])[] = [
  ['src/core/archive/x.ts', '../article/article'],
  ['src/protocol/x.ts', '../core/article/article'],
  ['src/webview/x.ts', '../protocol/x'],
  ['src/node/x.ts', '../core/article/article'],
  ['src/node/x.ts', 'node:fs'],
  ['src/browser/x.ts', '../protocol/x'],
  ['src/cli/x.ts', '../node/x'],
  ['src/extension/x.ts', '../core/article/article'],
  ['src/extension/extension.x.ts', '../node/x'],
  ['src/extension/features/one/x.ts', 'vscode'],
  ['src/extension/features/one/x.ts', './y'],
  ['src/extension/features/one/x.ts', '../../contributions'],
  ['src/extension/features/one/x.ts', '../../../core/article/article'],
];

describe('the layers', () => {
  let folder: string;
  let refused: ReadonlySet<string>;

  before(() => {
    // A tree of its own below the linter's settings, whose paths they are about.
    folder = mkdtempSync(join(tmpdir(), 'marginalia-layers-'));
    const settings = readFileSync(join(projectRoot, '.biome.jsonc'), 'utf8');
    writeFileSync(join(folder, '.biome.jsonc'), settings.replace('"useIgnoreFile": true', '"useIgnoreFile": false'));
    for (const [index, [path, module]] of [...forbidden, ...allowed].entries()) {
      const file = join(folder, path.replace(/x\.ts$/, `case${index}.ts`));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { x } from '${module}';\n\nexport const y = x;\n`);
    }
    refused = refusedFiles(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [index, [path, module]] of forbidden.entries()) {
    it(`keep ${path} from importing ${module}`, () => {
      assert.ok(refused.has(`case${index}.ts`), 'the linter lets it pass');
    });
  }
  for (const [index, [path, module]] of allowed.entries()) {
    it(`let ${path} import ${module}`, () => {
      assert.ok(!refused.has(`case${forbidden.length + index}.ts`), 'the linter refuses it');
    });
  }
});

/** The names of the files below `folder` in which the linter finds an import that is not allowed. */
function refusedFiles(folder: string): ReadonlySet<string> {
  const biome = join(projectRoot, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [
    biome,
    'lint',
    '--only=style/noRestrictedImports',
    '--max-diagnostics=none',
    '--reporter=github',
    'src',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const files = [...stdout.matchAll(/case\d+\.ts/g)].map(([name]) => name);
  assert.ok(files.length > 0, `The linter found nothing at all:\n${stdout}\n${stderr}`);
  return new Set(files);
}
