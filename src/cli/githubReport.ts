import type { Severity } from '../core/problems/problem';
import type { CheckReport } from './checkReport';

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
