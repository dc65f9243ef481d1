import { writeSync } from 'node:fs';
import promises from 'node:fs/promises';
import { editAnnotation, newAnnotation } from '../../src/core/annotations/model/writeAnnotation';
import { AnnotationStore } from '../../src/core/annotations/store/annotationStore';
import { NodeTextStore } from '../../src/node/nodeTextStore';
import { annotatedArticles, type KillPoint } from './annotatedArticles';

/** A process that writes annotations to a folder, tells each that it has saved, and kills itself in the save after those. */
const [root = '', run = '', saves = '', point = ''] = process.argv.slice(2);
let saved = 0;
killAt(point as KillPoint);
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
    tell(`${made.id} 1`);
    const edited = editAnnotation(made, { note: '2' }, '2026-01-02T00:00:00Z');
    await store.save(article, 'Lin', [{ before: made, after: edited }]);
    tell(`${made.id} 2`);
  }
}

function tell(line: string): void {
  writeSync(1, `${line}\n`);
  saved++;
}

/** Puts the kill before or after one of the calls by which a file is written. */
function killAt(killPoint: KillPoint): void {
  const [when, name] = killPoint.split(' ') as [
    'before' | 'within' | 'after',
    'symlink' | 'open' | 'write' | 'rename' | 'rm',
  ];
  if (name === 'write') {
    const { open } = promises;
    promises.open = async (...given) => {
      const handle = await open(...given);
      const { writeFile } = handle;
      handle.writeFile = async (contents, ...options) => {
        if (isDue()) {
          const whole = String(contents);
          await Reflect.apply(writeFile, handle, [when === 'within' ? whole.slice(0, whole.length / 2) : whole]);
          die();
        }
        await Reflect.apply(writeFile, handle, [contents, ...options]);
      };
      return handle;
    };
    return;
  }
  const call = promises[name] as (...given: readonly unknown[]) => Promise<unknown>;
  const killing = async (...given: readonly unknown[]): Promise<unknown> => {
    if (isDue() && when === 'before') die();
    const result = await call(...given);
    if (isDue()) die();
    return result;
  };
  Object.assign(promises, { [name]: killing });
}

function isDue(): boolean {
  return saved === Number(saves);
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}
