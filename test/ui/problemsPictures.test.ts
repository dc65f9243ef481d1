import { eventually, type TreeView, type Workbench } from '../support/workbench';
import { holes, noAddress, openProblems } from './openProblems';
import { pictureThemes } from './pictures';

const size = { width: 1200, height: 800 };

/** Pictures of the Problems view and of what it does to the Articles view, kept to be looked at. */
describe('pictures of problems', () => {
  let workbench: Workbench;
  let articles: TreeView;
  let problems: TreeView;
  before(async () => {
    ({ workbench, articles, problems } = await openProblems({ size }));
  });
  afterEach(async () => {
    await articles.clearFilter();
    await problems.clearFilter();
    await problems.chooseInTitleMenu('Group and Show', 'Group by Rule');
  });
  after(() => workbench?.close());

  for (const theme of pictureThemes) {
    it(`by rule, by source, filtered and in the Articles view, in ${theme}`, async () => {
      await workbench.changeTheme(theme);
      const picture = (name: string): Promise<string> => workbench.screenshot(`problems ${theme} ${name}`);

      await problems.expand(noAddress);
      await problems.expand([noAddress, holes.title]);
      await workbench.openRow(problems, [noAddress, holes.title], 'three holes.md');
      await problems.tooltip([noAddress, holes.title]);
      await picture('1 by rule');
      await problems.tooltip(noAddress);
      await picture('2 tooltip of a rule');
      await problems.openTitleMenu('Group and Show');
      await picture('3 menu');
      await workbench.chooseInMenu('Group by Source, Rule');
      await problems.waitForRows('sources', (rows) => rows.some(({ label }) => label === 'Harbour Ledger'));
      await problems.expand('Harbour Ledger');
      await picture('4 by source');
      await workbench.quickInput.openBy(() => problems.titleAction('Filter Problems'));
      await picture('5 filter');
      await workbench.quickInput.choose('Severity…');
      await eventually('severities', async () => (await workbench.quickInput.title()).includes('Severity'));
      await workbench.quickInput.choose('errors and warnings');
      await eventually('the filter', async () => (await problems.message()) !== '');

      await workbench.quickInput.openBy(() => articles.titleAction('Filter Articles'));
      await workbench.quickInput.choose('With problems only');
      await eventually('the filter', async () => (await articles.message()).startsWith('Filter: with problems'));
      const date = ['Harbour Ledger', '2026-05'];
      await articles.waitForRows(
        'only articles with problems',
        (rows) => !rows.some(({ label }) => label === '2025-02'),
      );
      await articles.expand(date);
      await articles.row([...date, holes.title]);
      await picture('6 articles with problems');
    });
  }
});
