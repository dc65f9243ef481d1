import { Session } from 'node:inspector/promises';
import { theExtension } from './sampleArchive';

/** Which functions of the extension run on the thread of the extension host, as V8 counts their calls. */
export class CalledFunctions {
  readonly #session: Session;

  private constructor(session: Session) {
    this.#session = session;
  }

  static async start(): Promise<CalledFunctions> {
    const session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    return new CalledFunctions(session);
  }

  /** Their names, since the start. */
  async end(): Promise<ReadonlySet<string>> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
    const built = `${theExtension().extensionPath}/dist/`;
    const called = result
      .filter(({ url }) => url.includes(built))
      .flatMap(({ functions }) => functions.filter(({ ranges }) => ranges.some(({ count }) => count > 0)));
    return new Set(called.map(({ functionName }) => functionName));
  }
}
