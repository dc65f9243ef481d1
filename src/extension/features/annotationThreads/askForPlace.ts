import * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../../../core/annotations/anchorAnnotations';
import { wholeWords } from '../../../core/annotations/anchoring/wholeWords';
import { subjectOf } from '../../../core/annotations/index/annotationRow';
import { shortened } from '../../../core/article/shortened';
import { showInformation } from '../../ui/notify';
import { plainLabel } from '../../ui/plainLabel';
import type { AnchoredDocument } from '../../workspace/annotations/anchoredDocument';

/** An annotation in an open article, with where it is or might be. */
export interface PlacedAnnotation {
  readonly found: AnchoredDocument;
  readonly anchored: AnchoredAnnotation;
}

interface Place extends vscode.QuickPickItem {
  readonly range: vscode.Range | undefined;
}

const longest = 100;

/** Asks where a lost annotation is to be: shows each place in its article as the person goes over them. */
export async function askForPlace(
  document: vscode.TextDocument,
  { found, anchored }: PlacedAnnotation,
): Promise<vscode.Range | undefined> {
  const { t } = vscode.l10n;
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
  const selection = selectionIn(document);
  const { prepared } = found.anchored;
  const places: Place[] =
    prepared === undefined || document.version !== found.version
      ? []
      : anchored.candidates.map((candidate) => {
          const { article } = prepared;
          const words = wholeWords(article, candidate);
          const source = article.sourceOf(words);
          const range = new vscode.Range(document.positionAt(source.start), document.positionAt(source.end));
          const alike = t('{0} % alike', Math.round(candidate.score * 100));
          const line = t('line {0}', range.start.line + 1);
          return { label: plainLabel(oneLine(article.slice(words))), description: `${alike} · ${line}`, range };
        });
  if (selection !== undefined) {
    const label = plainLabel(oneLine(document.getText(selection)));
    places.unshift({ label, description: t('what is selected'), range: selection });
  }
  // What is selected is what the person means.
  if (places.length === 1 && selection !== undefined) return selection;
  if (places.length === 0) {
    tellToSelect();
    return undefined;
  }
  places.push({ label: t('$(edit) Select the words myself'), range: undefined });
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
  });
  try {
    const chosen = await vscode.window.showQuickPick(places, {
      title: t('Re-attach “{0}” To', oneLine(subjectOf(anchored.annotation))),
      onDidSelectItem: (item) => {
        const place = places.find((one) => one === item);
        editor?.setDecorations(mark, place?.range ? [place.range] : []);
        if (place?.range) editor?.revealRange(place.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      },
    });
    if (chosen !== undefined && chosen.range === undefined) tellToSelect();
    return chosen?.range;
  } finally {
    mark.dispose();
  }
}

/** What is selected in the article, in whichever editor. */
export function selectionIn(document: vscode.TextDocument): vscode.Range | undefined {
  const editors = vscode.window.visibleTextEditors;
  return editors.find((editor) => editor.document === document && !editor.selection.isEmpty)?.selection;
}

function tellToSelect(): void {
  void showInformation(
    vscode.l10n.t('Select the words that the annotation is to be on, then run Re-attach Annotation again.'),
  );
}

function oneLine(text: string): string {
  return shortened(text.replaceAll(/\s+/gu, ' ').trim(), longest);
}
