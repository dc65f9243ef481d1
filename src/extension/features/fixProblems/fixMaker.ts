import type { FileStamp } from '../../../core/host/archiveFiles';
import { ArticleChecks } from '../../../core/problems/articleChecks';
import { type ArticleFixes, articleFixes } from '../../../core/problems/articleFixes';
import type { FixSelection } from '../../../core/problems/fixAll';
import type { Services } from '../../services';
import type { ChangeMaker, TextChange } from '../../workspace/bulkEdits/collectChanges';
import { imageKnowledge } from '../../workspace/problems/checkFiles';
import { currentCheckSettings } from '../../workspace/problems/currentCheckSettings';
import type { RuleTexts } from '../../workspace/problems/ruleTexts';

/** Fixes what is safe to fix: open documents here, files where they are checked. */
export function fixMaker({ problems, remoteImages }: Services, selection: FixSelection): ChangeMaker {
  return {
    async ofDocument(archive, _path, document) {
      const checked = await problems.documents.checkNow(document);
      if (checked === undefined) return undefined;
      const checks = new ArticleChecks(currentCheckSettings(archive.checkSettings));
      const fixes = articleFixes(checked.article, checks, selection);
      await problems.ruleTexts.load();
      return fixes && changeOf(fixes, problems.ruleTexts);
    },
    async ofFiles(archive, files, signal) {
      const settings = currentCheckSettings(archive.checkSettings);
      const images = await imageKnowledge(archive, files, settings, remoteImages.verdicts, signal);
      const knowledge = problems.checksOf(archive)?.knowledge;
      const known = new Map(
        files.flatMap(({ path }: FileStamp) => {
          const entry = archive.index.get(path);
          return entry === undefined || knowledge === undefined
            ? []
            : [[path, { ...knowledge.of(entry), ...images.get(path) }] as const];
        }),
      );
      const { articles } = await archive.checker.fix(files, settings, known, signal, selection);
      await problems.ruleTexts.load();
      return new Map(articles.map((fixes) => [fixes.path, changeOf(fixes, problems.ruleTexts)]));
    },
  };
}

function changeOf({ edits, files, rules, fixed }: ArticleFixes, texts: RuleTexts): TextChange {
  return {
    edits: edits.map(({ rules: own, ...edit }) => (own.length === 0 ? edit : { ...edit, label: texts.listed(own) })),
    files,
    label: texts.listed(rules),
    count: fixed,
  };
}
