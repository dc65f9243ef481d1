/** What test/fixtures/README.md says about one article of the sample archive. */
export interface SampleFact {
  readonly path: string;
  readonly title: string;
  /** As in ISO 8601, or `none`, or `unreadable`. */
  readonly date: string;
  readonly source: string;
}

export interface SampleFacts {
  readonly articles: readonly SampleFact[];
  /** How many articles each source has. */
  readonly sources: ReadonlyMap<string, number>;
  /** How many articles each year has, `none` and `unreadable` among them. */
  readonly years: ReadonlyMap<string, number>;
}

/** Reads the tables of the fixtures' README, so that the numbers stand in one place. */
export function sampleFacts(readme: string): SampleFacts {
  const rows = readme
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const articles: SampleFact[] = [];
  const sources = new Map<string, number>();
  for (const [, first = '', second = '', third = '', fourth = ''] of rows) {
    if (first.endsWith('.md')) articles.push({ path: first, title: second, date: third, source: fourth });
    else if (/^\d+$/.test(second)) sources.set(first, Number(second));
  }
  const sentence = /^Articles a year[^:]*: (.*)\.$/m.exec(readme)?.[1] ?? '';
  const years = new Map(
    sentence.split(', ').map((part): [string, number] => {
      const [year = '', count] = part.split(': ');
      return [year, Number(count)];
    }),
  );
  return { articles, sources, years };
}
