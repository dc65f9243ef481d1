/** What a look at the archive's files says of a local path. */
export type LocalFile =
  | { readonly kind: 'file' }
  /** There is a file whose name differs only in case: it is found on some systems and not on others. */
  | { readonly kind: 'otherCase'; readonly actual: string }
  | { readonly kind: 'missing'; readonly nearest?: string };

/** Says which paths of an archive are files. Paths are relative to its folder, with `/`, and never lead out of it. */
export interface LocalFiles {
  lookUp(paths: readonly string[]): Promise<Readonly<Record<string, LocalFile>>>;
}
