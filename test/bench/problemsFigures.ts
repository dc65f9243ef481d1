import { type Figure, growth } from './figures';

const tenThousand = 10_000;

/** Checking whole archives, from the command line: start of the process and its report are in it. */
export const problemsFigures: readonly Figure[] = [
  { name: 'check of all articles', unit: 'ms', value: ({ check }) => check },
  {
    name: '  per article',
    unit: 'ms',
    value: ({ check, articles }) => (check === undefined || articles === undefined ? undefined : check / articles),
  },
  { name: '  growth per article', unit: 'x', value: growth('check'), bar: { most: 1.3, from: 100_000 } },
  { name: '  processor time', unit: 'ms', value: ({ checkProcessor }) => checkProcessor },
  { name: '  its growth per article', unit: 'x', value: growth('checkProcessor'), bar: { most: 1.3, from: 100_000 } },
  { name: '  peak heap', unit: 'MB', value: ({ checkHeap }) => checkHeap },
  { name: '  peak memory of the process', unit: 'MB', value: ({ checkMemory }) => checkMemory },
  { name: 'markdownlint-cli2', unit: 'ms', value: ({ markdownlint }) => known(markdownlint) },
  { name: '  processor time', unit: 'ms', value: ({ markdownlintProcessor }) => known(markdownlintProcessor) },
  {
    name: '  times as long as check',
    unit: 'x',
    value: ({ check, markdownlint }) => {
      const whole = known(markdownlint);
      return check === undefined || whole === undefined ? undefined : whole / check;
    },
  },
  {
    name: '  check to a fifteenth of that',
    unit: 'x',
    value: ({ check, markdownlint }) => {
      const whole = known(markdownlint);
      return check === undefined || whole === undefined ? undefined : check / (whole / 15);
    },
    bar: { most: 1, from: tenThousand },
  },
];

function known(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
