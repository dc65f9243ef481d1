/** What the process that is killed writes annotations of. */
export const annotatedArticles = ['a.md', 'b/c.md'] as const;

/** Where it is killed: each step of a save, from taking the lock to giving it back. */
export const killPoints = [
  'before symlink',
  'after symlink',
  'after open',
  'within write',
  'after write',
  'before rename',
  'after rename',
  'after rm',
] as const;

export type KillPoint = (typeof killPoints)[number];
