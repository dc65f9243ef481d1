import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';
import { AnnotationStore } from '../../../src/core/annotations/store/annotationStore';
import { NodeTextStore } from '../../../src/node/nodeTextStore';
import { annotatedArticles, type KillPoint, killPoints } from '../../support/annotatedArticles';
import { projectRoot } from '../../support/projectRoot';
import { folderWith } from './archiveFolder';

const writer = join(projectRoot, 'dist', 'test', 'support', 'annotationWriter.js');
describe('annotations of a process that is killed', () => {
  it(`are all there, and no file is broken, at whatever step of a save: ${killPoints.join(', ')}`, async () => {
    const root = await folderWith({});
    const said = new Set<string>();
    const store = new AnnotationStore(new NodeTextStore(root));
    for (const [run, point] of killPoints.entries()) {
      // In the first save of an article, in an edit, and in later ones.
      const saves = run % 4;
      const lines = await killedAt(root, run, saves, point);
      assert.equal(lines.length, saves, point);
      for (const line of lines) said.add(line);
      await assertAllThere(store, said);
    }
    // What the last ones held is free again, and nothing is left behind that a list shows.
    await store.save('a.md', 'Lin', [
      { after: newAnnotation({ uuid: 'last', creator: 'Lin', now: '', article: 'a.md' }, { kind: 'article' }, {}) },
    ]);
    const files = await readdir(join(root, '.marginalia/annotations/a.md'));
    assert.deepEqual(
      files.filter((name) => !name.startsWith('.')),
      ['Lin.jsonld'],
    );
  });
});

/** Lets a process write until it kills itself in the save after so many, and says what it said was saved. */
async function killedAt(root: string, run: number, saves: number, point: KillPoint): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, root, String(run), String(saves), point], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  const [code] = await once(child, 'close');
  assert.notEqual(code, 0, point);
  return out.split('\n').slice(0, -1);
}

async function assertAllThere(store: AnnotationStore, said: ReadonlySet<string>): Promise<void> {
  const there = new Map<string, string>();
  for (const article of annotatedArticles) {
    const { annotations, broken } = await store.read(article);
    assert.deepEqual(broken, []);
    for (const { id, note } of annotations) there.set(id, note);
  }
  for (const line of said) {
    const [id = '', note = ''] = line.split(' ');
    assert.ok((there.get(id) ?? '') >= note, `${line} is lost`);
  }
}
