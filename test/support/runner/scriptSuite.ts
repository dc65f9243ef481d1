import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../npmCommand';
import { projectRoot } from '../projectRoot';
import { claimable, type Suite } from './claimable';
import type { SuiteRecorder } from './suiteRecorder';

/** A script of package.json that is one test, however much it looks at. */
export function scriptSuite(name: string, script: string): Suite {
  return claimable(name, 1, (recorder) => runScript(recorder, script));
}

async function runScript(recorder: SuiteRecorder, script: string): Promise<void> {
  const start = Date.now();
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const title = `npm run ${script}`;
  if (manifest.scripts[script] === undefined) {
    recorder.fail(title, `package.json has no script ${script}: add it.`);
    return;
  }
  const { code, tail } = await npmCommand(projectRoot, ['run', '--silent', script]);
  if (code === 0) recorder.pass(title, Date.now() - start);
  else recorder.fail(title, tail);
}
