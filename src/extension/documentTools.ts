/** Exact reading, all rules and their fixes, and what the preview shows: a file of its own in the build, loaded when it is first needed. */

export { ignoreInConfig } from '../core/archive/ignoreInConfig';
export { renameInSources } from '../core/archive/renameInSources';
export { readBody } from '../core/article/body/readBody';
export { prepareArticle } from '../core/preview/prepareArticle';
export { ArticleChecks, lookUpFiles } from '../core/problems/articleChecks';
export { articleFixes, editorText, placedEdits } from '../core/problems/articleFixes';
export { fixesOf } from '../core/problems/fixesOf';
export { InlineArticleChecker } from '../core/problems/inlineArticleChecker';
export { renamedSource } from '../core/problems/renamedSource';
export { allRules } from '../core/problems/rules/allRules';
export { schemaFaults } from '../core/problems/schemaFaults';
export { suppressionFixes } from '../core/problems/suppressionFixes';
export { textChanges } from '../core/problems/textChanges';
