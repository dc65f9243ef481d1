/**
 * Of a bundle of many test files, only those of these sources declare their tests when it is loaded next: paths from the
 * root of the project. All do when it is undefined.
 */
export function wantSources(sources: readonly string[] | undefined): void {
  // The bundle has no module to ask: what loads its files is written by the build.
  (globalThis as { marginaliaWantedTests?: readonly string[] | undefined }).marginaliaWantedTests = sources;
}
