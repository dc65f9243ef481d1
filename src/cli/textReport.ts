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
