import * as vscode from 'vscode';
import type { ProblemPlace } from '../../problemRows';
import { translate } from '../../problems/translate';
import { showNumber } from '../../showNumber';

/** A problem in a line. Its place comes first: of messages that begin alike that is what tells them apart. */
export function describePlace({ problem, line }: ProblemPlace): string {
  return vscode.l10n.t('Line {0}: {1}', showNumber(line + 1), translate(problem.message));
}
