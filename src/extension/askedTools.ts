/** What is only needed once somebody asks for it, or something has to be told: a file of its own in the build, loaded then. */

export { AgreementPanels } from './features/agreement/agreementPanels';
export { reattachAnnotation } from './features/annotationThreads/reattachAnnotation';
export { deleteArticles } from './features/articleCommands/deleteArticles';
export { goToArticle } from './features/goToArticle/goToArticle';
export { mergeLabel, renameLabel } from './features/labels/changeLabel';
export { renameSource } from './features/renameSource/renameSource';
export { changeSeverity, ignoreRule, turnOffRule } from './features/ruleSettings/changeRule';
export { offerFrequentRules } from './features/ruleSettings/offerFrequentRules';
export { askForTimeZone } from './features/setUp/askForTimeZone';
export { openSampleArchive } from './features/setUp/openSampleArchive';
export { tellConfigFaults } from './features/setUp/tellConfigFaults';
export { tellDeleted } from './features/strayAnnotations/deletedArticles';
export { findMovedArticles, offerToFind } from './features/strayAnnotations/findMovedArticles';
export { annotateSource } from './sourceProfiles/annotateSource';
export { askForProfileGrouping } from './sourceProfiles/askForProfileGrouping';
export { askForSource } from './sourceProfiles/askForSource';
export { SourceForms } from './sourceProfiles/sourceForms';
export { sourceHover } from './sourceProfiles/sourceHover';
export { sourceTooltip } from './sourceProfiles/sourceTooltip';
export { tellSourcesFaults } from './sourceProfiles/tellSourcesFaults';
