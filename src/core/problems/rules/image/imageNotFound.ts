import type { ImageReference } from '../../../article/body/imageReference';
import { absoluteAddress, relativeAddress } from '../../../images/localPath';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';
import type { CheckedArticle } from '../../checkedArticle';
import { removal, replacement, shown } from './addressFixes';
import { troubleRule } from './troubleRule';

export const imageNotFound = troubleRule({
  id: 'image/not-found',
  name: 'Local image missing',
  level: 'warning',
  summary: 'A local image is not there, or its name is written in another case.',
  documentation: `
A path without \`https:\` leads to a file of the archive: relative to the article's folder, or, with a leading \`/\`, to one
of the folders that \`imageRoots\` in \`.marginalia/config.json\` names. The problem goes away by itself when the file comes.

A name that differs only in case is found on Windows and macOS and missing on Linux and on web servers.

\`\`\`markdown
![](images/Harbor.svg)
\`\`\`

Where a file with nearly the same name is there, a fix writes that; it is a guess, so look at it.
`,
  kinds: ['missing', 'wrongCase'],
  message: (trouble) =>
    trouble.kind === 'wrongCase'
      ? say('The file is called {0}: another case, which not every system finds.', trouble.actual)
      : say('There is no file {0} in the archive.', shown(trouble.path)),
  fixes(trouble, image, article): readonly Fix[] {
    const path = trouble.kind === 'wrongCase' ? trouble.actual : trouble.nearest;
    const address = path === undefined ? undefined : asWritten(path, image, article);
    const edit = address === undefined ? undefined : replacement(article, image, address);
    if (address === undefined || edit === undefined) {
      return [removal(article, image)].filter((fix) => fix !== undefined);
    }
    const fix: Fix = { title: say('Write the path as {0}', shown(address)), edits: [edit] };
    return [trouble.kind === 'wrongCase' ? fix : { ...fix, isGuess: true }];
  },
});

/** From a root where the address was, from the article's folder where it was not, and with what followed the path. */
function asWritten(path: string, { url }: ImageReference, { path: from, settings }: CheckedArticle): string {
  const address = url.startsWith('/') ? absoluteAddress(path, settings.imageRoots) : relativeAddress(from, path);
  return address + (/[?#].*$/s.exec(url)?.[0] ?? '');
}
