/** Exact reading, all rules and their fixes, and what the preview shows: a file of its own in the build, loaded when it is first needed. */

export { ignoreInConfig } from '../core/archive/ignoreInConfig';
export { renameInSources } from '../core/archive/renameInSources';
export { readBody } from '../core/article/body/readBody';
export { articleImages } from '../core/images/articleImages';
export { AddressPolicy } from '../core/images/remote/addressPolicy';
export { brokenBecause } from '../core/images/remote/brokenBecause';
export { CannotFetch } from '../core/images/remote/fetchWhole';
export { downloadImage, planLocalise } from '../core/images/remote/localiseImage';
export { remoteAddress, remoteImages, siblingsOf } from '../core/images/remote/remoteAddresses';
export { RemoteImageChecker } from '../core/images/remote/remoteImageChecker';
export { verdictMessage } from '../core/images/remote/verdictMessage';
export { nearestSnapshot, snapshotDate, snapshotFix } from '../core/images/remote/webSnapshot';
export { prepareArticle } from '../core/preview/prepareArticle';
export { ArticleChecks, lookUpFiles } from '../core/problems/articleChecks';
export { articleFixes, editorText, placedEdits } from '../core/problems/articleFixes';
export { disableNextLine } from '../core/problems/disableNextLine';
export { fixesOf } from '../core/problems/fixesOf';
export { InlineArticleChecker } from '../core/problems/inlineArticleChecker';
export { renamedSource } from '../core/problems/renamedSource';
export { allRules } from '../core/problems/rules/allRules';
export { schemaFaults } from '../core/problems/schemaFaults';
export { suppressionFixes } from '../core/problems/suppressionFixes';
export { textChanges } from '../core/problems/textChanges';
