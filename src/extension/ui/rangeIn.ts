import * as vscode from 'vscode';
import type { LineIndex } from '../../core/text/lineIndex';
import type { TextRange } from '../../core/text/textRange';

/** A place of a text as VS Code counts it. */
export function rangeIn(lines: LineIndex, { start, end }: TextRange): vscode.Range {
  const from = lines.positionOf(start);
  const to = lines.positionOf(end);
  return new vscode.Range(from.line, from.character, to.line, to.character);
}
