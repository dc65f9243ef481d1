import { writeSync } from 'node:fs';
import { editAnnotation, newAnnotation } from '../../src/core/annotations/model/writeAnnotation';
import { AnnotationStore } from '../../src/core/annotations/store/annotationStore';
import { NodeTextStore } from '../../src/node/nodeTextStore';
import { annotatedArticles } from './annotatedArticles';

/** A process that writes annotations to a folder, and tells each that it has saved, until it is killed. */
const [root = '', run = ''] = process.argv.slice(2);
void writeForever();

async function writeForever(): Promise<void> {
  const store = new AnnotationStore(new NodeTextStore(root));
  for (let count = 0; ; count++) {
    const article = annotatedArticles[count % 2] ?? annotatedArticles[0];
    const uuid = `${run}-${count}`;
    const made = newAnnotation(
      { uuid, creator: 'Lin', now: '2026-01-01T00:00:00Z', article },
      { kind: 'article' },
      { note: '1' },
    );
    await store.save(article, 'Lin', [{ after: made }]);
    writeSync(1, `${made.id} 1\n`);
    const edited = editAnnotation(made, { note: '2' }, '2026-01-02T00:00:00Z');
    await store.save(article, 'Lin', [{ before: made, after: edited }]);
    writeSync(1, `${made.id} 2\n`);
  }
}
