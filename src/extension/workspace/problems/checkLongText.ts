import type { CheckedText } from '../../../core/problems/articleChecker';
import type { CheckSettings } from '../../../core/problems/checkSettings';
import type { ArticleKnowledge } from '../../../core/problems/knowledge';
import type { Archive } from '../archives/archive';
import type { ArchiveChecks } from './archiveChecks';

/** Reading more than this takes longer than anybody would wait for while typing: another thread does it. */
export const longText = 200_000;

/** A check, and what was known of the article for it. */
export interface LongCheck {
  readonly checked: CheckedText;
  readonly knowledge: ArticleKnowledge;
}

/** Checks a long text in another thread; undefined where there is none. */
export async function checkLongText(
  text: string,
  { archive: { checker, index }, path }: { readonly archive: Archive; readonly path: string },
  settings: CheckSettings,
  checks: ArchiveChecks | undefined,
): Promise<LongCheck | undefined> {
  if (checker.checkText === undefined) return undefined;
  const check = (knowledge: ArticleKnowledge, withImages: boolean): Promise<CheckedText> | undefined =>
    checker.checkText?.(text, path, settings, knowledge, withImages);
  // Told by the article as the index has it: should the text say otherwise, the index learns of it too, and tells.
  const entry = index.get(path);
  const knowledge = checks === undefined || entry === undefined ? {} : checks.knowledge.of(entry);
  await checks?.verdicts.read();
  const verdicts = checks === undefined || checks.verdicts.isEmpty ? undefined : checks.verdicts;
  const checked = await check(knowledge, verdicts !== undefined);
  const images = verdicts?.knowledgeOf(checked?.remoteImages ?? []);
  if (images?.remoteImages === undefined) return checked && { checked, knowledge };
  const whole = { ...knowledge, ...images };
  const again = await check(whole, false);
  return again && { checked: again, knowledge: whole };
}
