import * as vscode from 'vscode';
import type { Problem, Severity } from '../../../core/problems/problem';
import type { LineIndex } from '../../../core/text/lineIndex';
import { rangeIn } from '../../ui/rangeIn';
import { translate } from '../../ui/translate';
import type { Archive } from '../archives/archive';
import { rulePage } from './rulePage';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** A problem as VS Code shows it; `lines` are those of the article's text. */
export function diagnosticOf(problem: Problem, lines: LineIndex, archive: Archive): vscode.Diagnostic {
  const { rule, severity, message, related, unnecessary, range } = problem;
  const diagnostic = new vscode.Diagnostic(rangeIn(lines, range), translate(message), severities[severity]);
  diagnostic.source = 'Marginalia';
  diagnostic.code = { value: rule, target: rulePage(rule) };
  if (unnecessary) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (related !== undefined) {
    diagnostic.relatedInformation = related.map(
      ({ path, message: about }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(archive.uri({ path }), new vscode.Position(0, 0)),
          translate(about),
        ),
    );
  }
  return diagnostic;
}
