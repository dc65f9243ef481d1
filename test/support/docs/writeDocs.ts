import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { projectRoot } from '../projectRoot';
import { docFiles } from './docFiles';

for (const { path, text } of docFiles()) {
  writeFileSync(path, text);
  process.stdout.write(`Written: ${relative(projectRoot, path)}\n`);
}
