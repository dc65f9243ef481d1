import * as vscode from 'vscode';
import type { Annotation, LabelUse } from '../../../core/annotations/model/annotation';
import type { Services } from '../../services';
import { showInformation } from '../../ui/notify';
import { articleAt } from '../../workspace/annotations/anchoredDocument';
import { askForLabels } from '../../workspace/annotations/askForLabels';
import { passageAt } from '../../workspace/annotations/passageAt';

interface Wanted {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  /** What the person has written already. */
  readonly note?: string;
  /** Asked for where they are not given. */
  readonly labels?: readonly LabelUse[];
}

/** Annotates a passage of an open article: asks for labels, saves, and shows the thread. */
export async function annotate(
  { document, range, note = '', labels: given }: Wanted,
  services: Services,
): Promise<Annotation | undefined> {
  const { annotations, archives } = services;
  await archives.start();
  const place = articleAt(document.uri, archives, annotations);
  if (place === undefined) {
    void showInformation(vscode.l10n.t('Only articles of an archive can be annotated.'));
    return undefined;
  }
  // Before anything is asked: the text may change meanwhile, and what was selected counts.
  const described = await passageAt(document, range, annotations);
  if (described === undefined) return undefined;
  const { passage, prepared } = described;
  const labels = given ?? (await askForLabels(place.own, 'passage'));
  if (labels === undefined) return undefined;
  const added = await annotations.edits.add(place, { kind: 'passage', passage }, { labels, note }, prepared);
  if (added !== undefined) await annotations.documents.findNow(document);
  return added;
}
