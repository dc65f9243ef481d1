import * as vscode from 'vscode';
import { showNumber } from '../../ui/showNumber';
import { translate } from '../../ui/translate';
import type { ProblemPlace } from '../../workspace/problems/problemRows';

/** A problem in a line. Its place comes first: of messages that begin alike that is what tells them apart. */
export function describePlace({ problem, range }: ProblemPlace): string {
  return vscode.l10n.t('Line {0}: {1}', showNumber(range.start.line + 1), translate(problem.message));
}
