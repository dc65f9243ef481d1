/** User settings of VS Code by their full names. */
export type Settings = Readonly<Record<string, unknown>>;

/** Nothing that pops up, asks, phones home or moves while a test looks. */
export const quietSettings: Settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.reduceMotion': 'on',
  'workbench.welcome.enabled': false,
  'workbench.enableExperiments': false,
  // A row that sticks to the top covers the one a test wants to click.
  'workbench.tree.enableStickyScroll': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own variables.
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'window.commandCenter': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'update.mode': 'none',
  'files.hotExit': 'off',
  // In a browser VS Code saves by itself after a second.
  'files.autoSave': 'off',
};

/** Makes the workbench of a server load the extension's `browser` entry, which its manifest puts on the server. */
export const inWebWorker: Settings = { 'remote.extensionKind': { 'marginalia.news-marginalia': ['web'] } };
