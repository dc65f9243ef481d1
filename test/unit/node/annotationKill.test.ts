import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newAnnotation } from '../../../src/core/annotations/model/writeAnnotation';
import { AnnotationStore } from '../../../src/core/annotations/store/annotationStore';
import { NodeTextStore } from '../../../src/node/nodeTextStore';
import { annotatedArticles } from '../../support/annotatedArticles';
import { projectRoot } from '../../support/projectRoot';
import { Seeded } from '../../support/seeded';
import { folderWith } from './archiveFolder';

const writer = join(projectRoot, 'dist', 'test', 'support', 'annotationWriter.js');
const kills = Number(process.env.MARGINALIA_KILLS ?? 20);

describe(`annotations of a process killed ${kills} times`, () => {
  it('are all there, and no file is broken', async () => {
    const root = await folderWith({});
    const chance = new Seeded(41);
    const said = new Set<string>();
    const store = new AnnotationStore(new NodeTextStore(root));
    for (let run = 0; run < kills; run++) {
      for (const id of await killedAt(root, run, chance)) said.add(id);
      if (run % 10 === 9 || run === kills - 1) await assertAllThere(store, said);
    }
    assert.ok(said.size >= kills, `only ${said.size} annotations were written`);
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

/** Lets a process write until it is killed at some moment, and says what it said was saved. */
async function killedAt(root: string, run: number, chance: Seeded): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, root, String(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  const enough = 1 + chance.below(5);
  const wait = chance.next() * 6;
  const ended = once(child, 'close');
  child.stdout.on('data', (part) => {
    const before = out.split('\n').length - 1;
    out += part;
    const lines = out.split('\n').length - 1;
    // Somewhere in the save after this one.
    if (before < enough && lines >= enough) setTimeout(() => child.kill('SIGKILL'), wait);
  });
  await ended;
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
