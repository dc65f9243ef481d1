import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/projectRoot';
import { runProcess } from '../../support/runProcess';
import type { Measured } from '../table/figure';
import { buildProbe, type ProbeSource } from './buildProbe';
import { type MeasuredRun, measuredRun } from './measuredRun';

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly bin?: string | Readonly<Record<string, string>>;
}

/**
 * A checkout of the project with the product built in it. Measured through what stays when the inside changes: the command
 * line, the extension in a host, the files of the package. For what has no such entry there are probes: small programs that
 * import the checkout's own sources.
 */
export class Checkout {
  readonly name: string;
  readonly root: string;
  readonly #probes = new Map<string, Promise<string>>();

  constructor(name: string, root: string) {
    this.name = name;
    this.root = root;
  }

  /** Builds the product as it is shipped. */
  async build(): Promise<void> {
    const { code, tail } = await runProcess(process.execPath, ['esbuild.mjs', '--production'], { cwd: this.root });
    if (code !== 0) throw new Error(`${this.name} cannot be built:\n${tail}`);
  }

  get manifest(): Manifest {
    return JSON.parse(readFileSync(join(this.root, 'package.json'), 'utf8'));
  }

  /** Runs the command line, and tells what it took. */
  cli(args: readonly string[]): Promise<MeasuredRun> {
    const { bin } = this.manifest;
    const script = typeof bin === 'string' ? bin : (bin?.marginalia ?? 'dist/cli.js');
    return measuredRun([join(this.root, script), ...args], this.root);
  }

  /** The figures that a probe prints, in a process of its own. */
  probe<T = Measured>(name: string, args: readonly string[]): Promise<T> {
    return this.withProbe(name, async (script) => {
      const { out } = await measuredRun(['--expose-gc', script, ...args], this.root);
      return JSON.parse(out) as T;
    });
  }

  /**
   * Hands over the built probe. Another commit is measured by today's probe where that fits its sources, so that both are
   * measured alike, else by the one it brought itself.
   */
  async withProbe<T>(name: string, use: (script: string) => Promise<T>): Promise<T> {
    const own = join(this.root, 'test', 'bench', 'probes', `${name}.ts`);
    const sources: ProbeSource[] = this.root === projectRoot || !existsSync(own) ? ['today'] : ['today', 'own'];
    let failure: unknown;
    for (const source of sources) {
      try {
        return await use(await this.#built(name, source));
      } catch (error) {
        failure ??= error;
      }
    }
    throw failure;
  }

  #built(name: string, source: ProbeSource): Promise<string> {
    const key = `${source}/${name}`;
    const built = this.#probes.get(key) ?? buildProbe(this.root, name, source);
    this.#probes.set(key, built);
    return built;
  }
}
