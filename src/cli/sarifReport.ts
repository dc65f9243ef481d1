import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../package.json';
import type { PlaceInLines } from '../core/problems/detailedFile';
import type { Level } from '../core/problems/problem';
import { allRules } from '../core/problems/rules/allRules';
import type { CheckReport, ReportedProblem } from './checkReport';

const sarifLevels: Readonly<Record<Level, 'none' | 'note' | 'warning' | 'error'>> = {
  off: 'none',
  hint: 'note',
  information: 'note',
  warning: 'warning',
  error: 'error',
};

/** The problems as a SARIF 2.1.0 log, which code scanning services read. */
export function* sarifReport({ problems }: CheckReport): Generator<string, void> {
  const indexes = new Map(allRules.map(({ id }, index) => [id as string, index]));
  const driver = JSON.stringify({
    name: 'Marginalia',
    version,
    rules: allRules.map(({ id, level, summary, documentation }) => ({
      id,
      shortDescription: { text: summary },
      help: { text: documentation.trim(), markdown: documentation.trim() },
      defaultConfiguration: { level: sarifLevels[level], enabled: level !== 'off' },
    })),
  });
  yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${driver}},"columnKind":"utf16CodeUnits","results":[`;
  let separator = '\n';
  for (const problem of problems) {
    yield `${separator}${JSON.stringify(resultOf(problem, indexes))}`;
    separator = ',\n';
  }
  yield '\n]}]}\n';
}

function resultOf(problem: ReportedProblem, indexes: ReadonlyMap<string, number>): object {
  const { rule, severity, message, shownPath, range, related } = problem;
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: sarifLevels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(shownPath), region: region(range) } }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, id) => ({
            id,
            message: { text: place.message },
            physicalLocation: { artifactLocation: artifact(place.shownPath) },
          })),
        }),
  };
}

function artifact(path: string): { uri: string } {
  return { uri: isAbsolute(path) ? pathToFileURL(path).href : path.split('/').map(encodeURIComponent).join('/') };
}

function region({ start, end }: PlaceInLines): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
