import assert from 'node:assert/strict';
import { affectedTests, type ImportGraph } from '../../support/runner/affectedTests';

const unit = 'test/unit/article/text.test.ts';
const process = 'test/unit/cli/process.test.ts';
const page = 'test/webview/agreement.test.ts';
const preview = 'test/webview/page.test.ts';
const host = 'test/host/tree.test.ts';
const web = 'test/host/web/tree.test.ts';
const ui = 'test/ui/tree.test.ts';

const graph: ImportGraph = {
  imports: {
    [unit]: ['src/core/text.ts'],
    [process]: [],
    [page]: ['test/webview/agreementTab.ts'],
    'test/webview/agreementTab.ts': [],
    [preview]: ['test/webview/builtPreview.ts'],
    'test/webview/builtPreview.ts': [],
    [host]: ['test/host/sample.ts'],
    [web]: [],
    [ui]: ['test/support/workbench.ts'],
    'test/host/sample.ts': [],
    'test/support/workbench.ts': [],
    'test/support/annotationWriter.ts': [],
    'src/core/text.ts': ['src/core/lines.ts'],
    'src/core/lines.ts': ['src/core/text.ts'],
    'src/cli/main.ts': ['src/core/lines.ts'],
    'src/extension/extension.node.ts': ['src/extension/tree.ts'],
    'src/extension/extension.browser.ts': ['src/extension/tree.ts'],
    'src/extension/tree.ts': [],
    'src/webview/agreement/main.ts': [],
    'src/webview/preview/main.ts': [],
  },
  product: [
    'src/cli/main.ts',
    'src/extension/extension.node.ts',
    'src/extension/extension.browser.ts',
    'src/webview/agreement/main.ts',
    'src/webview/preview/main.ts',
  ],
};

describe('tests that a change affects', () => {
  const cases: Readonly<Record<string, readonly [changed: string, affected: readonly string[]]>> = {
    'are none without one': ['', []],
    'are a test itself': [host, [host]],
    'are those that import what has changed, be it in a circle': ['src/core/lines.ts', [unit, process, host, ui]],
    'are those that use a changed support file': ['test/support/workbench.ts', [ui]],
    'are those in the hosts and windows that load what has changed': ['src/extension/tree.ts', [host, web, ui]],
    'are those of the changed page': ['src/webview/agreement/main.ts', [page, web, ui]],
    'are those of the preview, where it is that': ['src/webview/preview/main.ts', [preview, web, ui]],
    'are those of processes, where one is killed': ['test/support/annotationWriter.ts', [process]],
    'are unit tests for a document, which they hold against the code': ['README.md', [unit, process]],
    'are all for what the bundler does not know': ['test/fixtures/a.md', [unit, process, page, preview, host, web, ui]],
  };
  for (const [title, [changed, affected]] of Object.entries(cases)) {
    it(title, () => assert.deepEqual(affectedTests(graph, changed === '' ? [] : [changed]), affected));
  }
});
