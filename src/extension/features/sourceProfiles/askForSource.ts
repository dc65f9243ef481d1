import * as vscode from 'vscode';
import type { Services } from '../../services';
import { plainLabel } from '../../ui/plainLabel';
import { showNumber } from '../../ui/showNumber';
import type { PlacedSource } from '../../workspace/articleArguments';
import { profileOf } from '../../workspace/sources/profileOf';
import { sourceCounts } from '../../workspace/sources/sourceCounts';
import { profileWords } from '../../workspace/sources/sourceWords';

interface SourceItem extends vscode.QuickPickItem {
  readonly placed: PlacedSource;
}

/** Asks for one of all sources: first that of the article at hand. */
export async function askForSource(
  { trees, archives }: Services,
  placeHolder: string,
): Promise<PlacedSource | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const archiveAtHand = uri && archives.of(uri);
  const entry = uri && archiveAtHand?.entryOf(uri);
  const atHand = entry?.source && archiveAtHand?.sources.resolve(entry.source).key;
  const items = trees.shown.flatMap((archive) =>
    sourceCounts([archive])
      .filter(({ key }) => key !== '')
      .map((source): SourceItem => {
        const placed = { archive, source };
        const profile = profileOf(placed);
        const words = profile === undefined ? '' : profileWords(profile);
        const { folder } = archive;
        const where = trees.shown.length > 1 ? ` · ${folder.name}` : '';
        return {
          label: plainLabel(source.name),
          description: `${showNumber(source.count)}${where}`,
          detail: plainLabel(words),
          placed,
        };
      }),
  );
  const isAtHand = ({ placed }: SourceItem): boolean =>
    placed.archive === archiveAtHand && placed.source.key === atHand;
  const sorted = [...items.filter(isAtHand), ...items.filter((item) => !isAtHand(item))];
  return (await vscode.window.showQuickPick(sorted, { placeHolder, matchOnDetail: true }))?.placed;
}
