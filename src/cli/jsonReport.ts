import { type CheckReport, summaryOf } from './checkReport';

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
