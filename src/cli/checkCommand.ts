import { isAbsolute, relative, sep } from 'node:path';
import { configPath } from '../core/config/archiveConfig';
import { schemaFaults } from '../core/config/schemaFaults';
import type { CheckSettings } from '../core/problems/checkSettings';
import type { Level } from '../core/problems/problem';
import { allRules } from '../core/problems/rules/allRules';
import { say } from '../core/text/message';
import { type CheckedArchive, checkArchive } from './checkArchive';
import { githubReport, jsonReport, textReport } from './checkFormats';
import { type CheckReport, type ReportedProblem, reported, summaryOf } from './checkReport';
import { type CheckFormat, type CheckRequest, parseCheckRequest } from './checkRequest';
import { checkTargets } from './checkTargets';
import { type CliHost, type Command, exitCode } from './cliHost';
import { type OpenArchive, refuseFaults, type UnknownRule, withArchive } from './openArchive';
import { plainLine } from './plainLine';
import { RemoteLook } from './remoteLook';
import { sarifReport } from './sarifReport';
import { writeAll } from './writeAll';
import { patchOf, type WrittenFixes, writeFixes } from './writeFixes';

const unknownRuleId = 'suppression/unknown-rule';

const nothingWritten: WrittenFixes = { fixed: 0, articles: 0, failures: [] };

type Shown = (path: string) => string;

/** Checks articles and mends what can be mended. */
export const checkCommand: Command = {
  summary: 'check the articles of an archive for problems',
  usage: `Check articles for problems, and mend what can be mended without guessing.

Usage: marginalia check <path...> [--format text|json|sarif|github] [--rule id=severity]
                        [--max-warnings N] [--fix] [--fix-dry-run] [--remote [--cache FILE]
                        [--allow-host H] [--concurrency N] [--per-host N] [--timeout S]]

A folder is an archive. A file belongs to the nearest folder above it that holds .marginalia.

  --format        text (the default), json, sarif or github
  --rule          set a rule to off, hint, information, warning or error; may be given again
  --max-warnings  fail when there are more warnings than this
  --fix           mend what can be mended without guessing, and report what is left
  --fix-dry-run   show as a patch what --fix would change, and change nothing
  --remote        ask servers for remote images; without this nothing goes over the network
  --cache         keep what servers said in this file, and do not ask again what it still knows
  --allow-host    ask this host though its name or address is private; *.name for all below; may be given again
  --concurrency   ask for no more than so many images at once (64)
  --per-host      ask one host for no more than so many at once (10)
  --timeout       wait so many seconds for a connection, for an answer and for an image (20)

In json, paths are relative to the archive when there is only one, else to the current folder; lines and characters
count from zero.

Exit codes: 0 no errors, 1 errors, too many warnings or articles that could not be mended, 2 could not run or write
`,
  async run(args, host) {
    const request = parseCheckRequest(args);
    const targets = await checkTargets(request.paths);
    const problems: ReportedProblem[] = [];
    let files = 0;
    let written = 0;
    let notWritten = 0;
    const remote = request.remote === undefined ? undefined : await RemoteLook.open(request.remote, host);
    for (const target of targets) {
      await withArchive(target.root, host, async (archive) => {
        const settings = { ...withLevels(archive.config.checks, request.levels), now: Date.now() };
        refuseFaults(schemaFaults(settings), host);
        const checked = await checkArchive(archive, target, settings, request.fix !== 'no', host.signal, remote);
        const shown = shownIn(target.root);
        for (const { path, detail } of checked.unreadable) tell(host, `${shown(path)}: ${detail}`);
        const fixes = await mend(request, target.root, checked, host);
        written += fixes.articles;
        notWritten += fixes.failures.length;
        files += checked.articles.length;
        problems.push(...configProblems(archive, settings, shown), ...articleProblems(checked, shown));
      });
    }
    const report: CheckReport = { problems: inOrder(problems, targets.length), files };
    if (request.fix !== 'show') writeAll(host.out, lines(request.format, report));
    const { errors, warnings } = summaryOf(report);
    if (notWritten > 0 && written === 0) return exitCode.couldNotRun;
    return errors > 0 || warnings > request.maxWarnings || notWritten > 0 ? exitCode.problemsFound : exitCode.done;
  },
};

/** What a person says on the command line counts most. */
function withLevels(settings: CheckSettings, levels: CheckRequest['levels']): CheckSettings {
  return { ...settings, overrides: [...settings.overrides, { levels }] };
}

async function mend(
  { fix }: CheckRequest,
  root: string,
  { articles }: CheckedArchive,
  host: CliHost,
): Promise<WrittenFixes> {
  if (fix === 'no') return nothingWritten;
  if (fix === 'show') {
    writeAll(host.out, patchOf(articles));
    for (const { path } of articles.flatMap(({ fixed }) => fixed?.files ?? [])) {
      tell(host, `The patch points to ${path}, a picture that only --fix saves: do not apply it without.`);
    }
    return nothingWritten;
  }
  const written = await writeFixes(root, articles);
  for (const failure of written.failures) tell(host, failure);
  const all = articles.length === 1 ? '1 article' : `${articles.length} articles`;
  if (written.fixed > 0) tell(host, `Mended: ${written.fixed} in ${written.articles} of ${all}.`);
  return written;
}

function articleProblems({ articles }: CheckedArchive, shown: Shown): readonly ReportedProblem[] {
  return articles.flatMap(({ path, problems, places = [] }) =>
    problems.flatMap((problem, index) => {
      const place = places[index];
      return place === undefined ? [] : [reported(path, problem, place, shown)];
    }),
  );
}

/** Rules that the configuration names and that do not exist. */
function configProblems(archive: OpenArchive, settings: CheckSettings, shown: Shown): readonly ReportedProblem[] {
  const standard = allRules.find(({ id }) => id === unknownRuleId)?.level ?? 'warning';
  const level = levelInConfig(settings, standard);
  if (level === 'off') return [];
  return archive.unknownRules.map(({ id, closest, range, place }: UnknownRule) =>
    reported(
      configPath,
      {
        rule: unknownRuleId,
        severity: level,
        range,
        message:
          closest === undefined
            ? say('There is no rule “{0}”. Correct the name or remove it.', id)
            : say('There is no rule “{0}”. Is “{1}” meant?', id, closest),
        data: undefined,
        fixable: false,
        safelyFixable: false,
      },
      place,
      shown,
    ),
  );
}

function levelInConfig({ levels, overrides }: CheckSettings, standard: Level): Level {
  const general = overrides.filter(({ paths, sources }) => paths === undefined && sources === undefined);
  return general.reduce(
    (level, override) => override.levels[unknownRuleId] ?? level,
    levels[unknownRuleId] ?? standard,
  );
}

/** Stable: problems of one file are in the order of their places already. */
function inOrder(problems: readonly ReportedProblem[], archives: number): readonly ReportedProblem[] {
  const named = archives === 1 ? problems : problems.map((problem) => ({ ...problem, path: problem.shownPath }));
  return named.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

/** Paths of an archive as a person would write them where they are. */
function shownIn(root: string): (path: string) => string {
  const way = relative(process.cwd(), root);
  const isBelow = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  const folder = (isBelow ? way : root).split(sep).join('/');
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  return (path) => prefix + path;
}

function lines(format: CheckFormat, report: CheckReport): Iterable<string> {
  switch (format) {
    case 'text':
      return textReport(report);
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report);
    case 'github':
      return githubReport(report);
  }
}

function tell(host: CliHost, line: string): void {
  host.error.write(`${plainLine(line)}\n`);
}
