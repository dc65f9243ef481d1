import type { Severity } from '../core/problems/problem';
import { type CheckReport, summaryOf } from './checkReport';
import { plainLine } from './plainLine';

/** A line a problem, as compilers write it, so that terminals and editors find the places. */
export function* textReport(report: CheckReport): Generator<string, void> {
  for (const { shownPath, range, severity, message, rule } of report.problems) {
    const place = `${shownPath}:${range.start.line + 1}:${range.start.character + 1}`;
    yield `${plainLine(`${place}: ${severity}: ${message} [${rule}]`)}\n`;
  }
  const { files, errors, warnings, informations, hints } = summaryOf(report);
  const found = [
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    counted(informations, 'piece of information', 'pieces of information'),
    counted(hints, 'hint'),
  ].filter((text) => text !== '');
  const articles = counted(files, 'article') || 'no articles';
  yield report.problems.length === 0 ? `No problems in ${articles}.\n` : `${found.join(', ')} in ${articles}.\n`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

/** The problems as one JSON object, a problem a line. */
export function* jsonReport(report: CheckReport): Generator<string, void> {
  yield '{"version":1,"problems":[';
  let separator = '\n';
  for (const { path, rule, severity, message, range, fixable } of report.problems) {
    yield `${separator}${JSON.stringify({ path, rule, severity, message, range, fixable })}`;
    separator = ',\n';
  }
  yield `\n],"summary":${JSON.stringify(summaryOf(report))}}\n`;
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, which become annotations of a pull request. */
export function* githubReport({ problems }: CheckReport): Generator<string, void> {
  for (const { shownPath, range, severity, message, rule } of problems) {
    const { start, end } = range;
    // Columns are told only where both are in one line.
    const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
    const place = `file=${property(shownPath)},line=${start.line + 1},endLine=${end.line + 1}${columns}`;
    yield `::${commands[severity]} ${place},title=${property(rule)}::${data(message)}\n`;
  }
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
