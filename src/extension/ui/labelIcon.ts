import * as vscode from 'vscode';
import { colourValue } from '../../core/annotations/codebook/labelColours';

/** A dot in the colour of a label. */
export function labelIcon(colour: string | undefined): vscode.Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5" fill="${colourValue(colour)}" stroke="#808080"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`, true);
}
