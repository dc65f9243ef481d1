import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadedTogether } from '../../support/loadedTogether';
import { npmCommand } from '../../support/npmCommand';
import type { Part } from './part';

/** How large the package and its bundles are. */
export const sizesPart: Part = {
  name: 'sizes',
  rounds: { quick: 1, full: 1 },
  figures: [
    { name: 'package', key: 'package', unit: 'KB', bar: { of: 'value', most: 1500 } },
    { name: 'what Node loads first', key: 'main', unit: 'KB', bar: { of: 'value', most: 400 } },
    { name: 'bundle of the preview’s page', key: 'preview', unit: 'KB', bar: { of: 'value', most: 120 } },
    { name: 'bundle for the web', key: 'web', unit: 'KB' },
    { name: 'all bundles', key: 'all', unit: 'KB' },
  ],
  async measure(checkout, { scratch }) {
    const file = join(scratch, `${checkout.name}.vsix`);
    const { code, tail } = await npmCommand(checkout.root, ['run', 'package', '--', '--out', file]);
    if (code !== 0) throw new Error(`it cannot be packaged:\n${tail}`);
    const size = (path: string): number => statSync(path).size / 1000;
    const { main, browser } = checkout.manifest;
    const dist = join(checkout.root, 'dist');
    const sum = (names: readonly string[]): number => names.reduce((all, name) => all + size(join(dist, name)), 0);
    const bundles = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(c|m)?js$|\.css$/.test(name) && !/^(test|core)[\\/]/.test(name),
    );
    return {
      package: size(file),
      main: sum(loadedTogether(dist, relative('dist', main))),
      preview: size(join(dist, 'preview.js')),
      web: size(join(checkout.root, browser)),
      all: sum(bundles),
    };
  },
};
