/** Who else than the tests has something to say that explains a failure. */
export type Speaker = 'window' | 'extension host' | 'server';

/** What a running suite reports, one per line of its output. */
export type TestReport =
  | {
      readonly kind: 'started';
      readonly title: string;
      /** The full title of the `describe` around a hook; absent for a test. */
      readonly hookOf?: string;
      /** The full title of the test that a hook runs before. */
      readonly beforeTest?: string;
    }
  | { readonly kind: 'hookEnded' }
  | { readonly kind: 'passed'; readonly title: string; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly title: string; readonly message: string }
  | { readonly kind: 'skipped'; readonly title: string }
  /** Files that show what there was to see when a test failed. */
  | { readonly kind: 'kept'; readonly title: string; readonly files: readonly string[] }
  | { readonly kind: 'said'; readonly speaker: Speaker; readonly text: string }
  /** A folder in which a VS Code server keeps its logs and those of its extension hosts. */
  | { readonly kind: 'logsIn'; readonly folder: string }
  | { readonly kind: 'ended' };

const mark = '@@test-report@@';

/** Only printable ASCII and no percent sign, because consoles of extension hosts read formats and narrow encodings. */
export function reportLine(report: TestReport): string {
  const encode = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${mark} ${JSON.stringify(report).replace(/[^ -$&-~]/g, encode)}`;
}

export function isReport(line: string): boolean {
  return line.includes(mark);
}

/** The report in a line of output, which may be wrapped in what a console puts around it. */
export function readReport(line: string): TestReport | undefined {
  const start = line.indexOf(mark);
  if (start < 0) return undefined;
  const end = line.lastIndexOf('}');
  return JSON.parse(line.slice(start + mark.length, end + 1)) as TestReport;
}
