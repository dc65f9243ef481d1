import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../support/projectRoot';

/** Imports that the rules refuse, each of a file of its own: the path from the top, the module, and the rule. */
const forbidden: readonly (readonly [file: string, module: string, rule: string])[] = [
  ['src/core/archive/x.ts', 'vscode', 'vscode-only-in-extension'],
  ['src/core/archive/x.ts', 'node:fs', 'platform-neutral'],
  ['src/core/archive/x.ts', 'esbuild', 'no-development-package'],
  ['src/core/archive/x.ts', '../../protocol/y', 'layer-core'],
  ['src/core/archive/x.ts', '../../node/y', 'layer-core'],
  ['src/core/archive/x.ts', '../../extension/y', 'layer-core'],
  ['src/core/archive/x.ts', '../../webview/y', 'layer-core'],
  ['src/core/archive/x.ts', '../../cli/y', 'layer-core'],
  ['src/core/archive/x.ts', '../problems/y', 'floor-archive'],
  ['src/core/text/x.ts', '../host/y', 'floor-text'],
  ['src/core/another/x.ts', '../text/y', 'floor-unknown'],
  ['src/protocol/x.ts', 'vscode', 'vscode-only-in-extension'],
  ['src/protocol/x.ts', 'node:fs', 'platform-neutral'],
  ['src/protocol/x.ts', '../node/y', 'layer-protocol'],
  ['src/protocol/x.ts', '../extension/y', 'layer-protocol'],
  ['src/webview/x.ts', 'vscode', 'vscode-only-in-extension'],
  ['src/webview/x.ts', 'node:fs', 'platform-neutral'],
  ['src/webview/x.ts', '../core/article/y', 'layer-webview'],
  ['src/webview/x.ts', '../extension/y', 'layer-webview'],
  ['src/node/x.ts', 'vscode', 'vscode-only-in-extension'],
  ['src/node/x.ts', '../extension/y', 'layer-node'],
  ['src/node/x.ts', '../cli/y', 'layer-node'],
  ['src/cli/x.ts', 'vscode', 'vscode-only-in-extension'],
  ['src/cli/x.ts', '../extension/y', 'layer-cli'],
  ['src/cli/x.ts', '../protocol/y', 'layer-cli'],
  ['src/extension/ui/x.ts', 'node:fs', 'platform-neutral'],
  ['src/extension/ui/x.ts', '../../webview/y', 'layer-extension'],
  ['src/extension/ui/x.ts', '../../cli/y', 'layer-extension'],
  ['src/extension/ui/x.ts', '../../node/y', 'layer-extension'],
  ['src/extension/ui/x.ts', '../workspace/archives/y', 'floor-ui'],
  ['src/extension/ui/x.ts', '../services', 'ui-alone'],
  ['src/extension/workspace/archives/x.ts', '../../features/one/y', 'floor-workspace'],
  ['src/extension/workspace/archives/x.ts', '../problems/y', 'floor-archives'],
  ['src/extension/another/x.ts', '../ui/y', 'floor-unknown'],
  ['src/extension/x.ts', './ui/y', 'extension-root'],
  ['src/extension/features/one/x.ts', '../other/y', 'features-apart'],
  ['src/extension/features/one/x.ts', 'node:fs', 'platform-neutral'],
  ['src/extension/features/one/x.ts', '../../../node/y', 'layer-extension'],
  ['src/extension/features/one/x.ts', '../../../webview/y', 'layer-extension'],
];

const allowed: readonly (readonly [file: string, module: string])[] = [
  ['src/core/archive/x.ts', '../article/y'],
  ['src/core/archive/x.ts', './y'],
  ['src/protocol/x.ts', '../core/article/y'],
  ['src/webview/x.ts', '../protocol/y'],
  ['src/node/x.ts', '../core/article/y'],
  ['src/node/x.ts', 'node:fs'],
  ['src/cli/x.ts', '../node/y'],
  ['src/extension/ui/x.ts', '../../core/article/y'],
  ['src/extension/ui/x.ts', '../contributions'],
  ['src/extension/workspace/problems/x.ts', '../archives/y'],
  ['src/extension/features/one/x.ts', '../../workspace/archives/y'],
  ['src/extension/features/one/x.ts', '../../services'],
  ['src/extension/features/one/x.ts', 'vscode'],
  ['src/extension/features/one/x.ts', './y'],
  ['src/extension/features/one/x.ts', '../../../core/article/y'],
];

/** Files of which each imports what the rules refuse together with others. */
const others: Readonly<Record<string, string>> = {
  'src/extension/platform.ts': `import { y } from './features/one/y';\nexport const x = y;\n`,
  'src/node/circle/one.ts': `import type { two } from './two';\nexport const one: typeof two | 1 = 1;\n`,
  'src/node/circle/two.ts': `import type { one } from './one';\nexport const two: typeof one | 2 = 2;\n`,
  'src/node/left/top.ts': `import { low } from '../right/low';\nexport const top = low;\n`,
  'src/node/right/low.ts': 'export const low = 1;\n',
  'src/node/right/high.ts': `import { bottom } from '../left/bottom';\nexport const high = bottom;\n`,
  'src/node/left/bottom.ts': 'export const bottom = 1;\n',
};

interface Violation {
  readonly rule: string;
  readonly from: string;
}

describe('the layers', () => {
  let folder: string;
  let violations: readonly Violation[];

  before(() => {
    // A tree of its own, whose paths are those that the rules are about.
    folder = mkdtempSync(join(tmpdir(), 'marginalia-layers-'));
    write('package.json', JSON.stringify({ devDependencies: { esbuild: '*' } }));
    write('node_modules/esbuild/package.json', JSON.stringify({ name: 'esbuild', main: 'main.js' }));
    write('node_modules/esbuild/main.js', '');
    for (const [index, [path, module]] of [...forbidden, ...allowed].entries()) {
      const file = path.replace(/x\.ts$/, `case${index}.ts`);
      write(file, `import type { y } from '${module}';\n\nexport const x: typeof y | undefined = undefined;\n`);
      const target = `${join(dirname(file), module)}.ts`;
      if (module.startsWith('.') && !existsSync(join(folder, target))) write(target, 'export const y = 1;\n');
    }
    for (const [path, text] of Object.entries(others)) write(path, text);
    violations = violationsIn(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [index, [path, module, rule]] of forbidden.entries()) {
    it(`keep ${path} from importing ${module}`, () => assert.deepEqual(rulesAgainst(`case${index}.ts`), [rule]));
  }
  for (const [index, [path, module]] of allowed.entries()) {
    it(`let ${path} import ${module}`, () => assert.deepEqual(rulesAgainst(`case${forbidden.length + index}.ts`), []));
  }

  it('let only activate.ts know features', () => {
    assert.deepEqual(rulesAgainst('extension/platform.ts'), ['activate-knows-features']);
  });

  it('keep files from importing types of each other in a circle', () => {
    // A circle is told of once, at one of its files.
    assert.deepEqual([...rulesAgainst('one.ts'), ...rulesAgainst('two.ts')], ['no-circle']);
  });

  it('keep folders from importing each other in a circle, where no file does', () => {
    assert.deepEqual(rulesAgainst('top.ts'), []);
    const circles = violations.filter(({ rule }) => rule === 'no-circle-of-folders').map(({ from }) => from);
    assert.ok(circles.includes('src/node/left') && circles.includes('src/node/right'), circles.join());
    assert.ok(!circles.includes('src/core/text'), 'what imports nothing is in no circle');
  });

  function write(path: string, text: string): void {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  function rulesAgainst(name: string): readonly string[] {
    return violations.filter(({ from }) => from.endsWith(`/${name}`)).map(({ rule }) => rule);
  }
});

/** What the rules have against the sources below `folder`. */
function violationsIn(folder: string): readonly Violation[] {
  const tool = join(projectRoot, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const settings = join(projectRoot, '.dependency-cruiser.mjs');
  const args = [tool, 'src', '--config', settings, '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  assert.ok(stdout.startsWith('{'), stderr);
  const { summary } = JSON.parse(stdout) as {
    readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}
