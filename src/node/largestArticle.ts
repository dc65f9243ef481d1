/** In bytes: nobody writes an article that is larger. */
export const largestArticle = 64 * 1024 * 1024;
