/** What the process that is killed writes annotations of. */
export const annotatedArticles = ['a.md', 'b/c.md'] as const;
