/** What a running suite tells about itself, one per line of its output. */
export type TestReport =
  | { readonly kind: 'passed'; readonly title: string; readonly milliseconds: number }
  | { readonly kind: 'failed'; readonly title: string; readonly message: string }
  | { readonly kind: 'skipped'; readonly title: string }
  | { readonly kind: 'ended' };

const mark = '@@test-report@@';

/** Only printable ASCII and no percent sign, because consoles of extension hosts read formats and narrow encodings. */
export function reportLine(report: TestReport): string {
  const encode = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${mark} ${JSON.stringify(report).replace(/[^ -$&-~]/g, encode)}`;
}

/** The report in a line of output, which may be wrapped in what a console puts around it. */
export function readReport(line: string): TestReport | undefined {
  const start = line.indexOf(mark);
  if (start < 0) return undefined;
  const end = line.lastIndexOf('}');
  return JSON.parse(line.slice(start + mark.length, end + 1)) as TestReport;
}
