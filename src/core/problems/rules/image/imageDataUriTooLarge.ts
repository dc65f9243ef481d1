import { dataUriFile, wholeDataUri } from '../../../images/dataUri';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';
import { stableHash } from '../../../text/stableHash';
import { troubleRule } from './troubleRule';

export const imageDataUriTooLarge = troubleRule({
  id: 'image/data-uri-too-large',
  name: 'Large inline image',
  level: 'information',
  summary: 'A whole picture stands in the text.',
  documentation: `
A \`data:\` URL holds the picture itself. Large ones make the article slow to open and impossible to read, and search,
version control and word counts stumble over them.

The fix saves the picture beside the article, named by its content, and points to it. \`longestDataUri\` in
\`.marginalia/config.json\` says how many characters are too many (16,384).
`,
  kinds: ['largeData'],
  message: ({ length }) => say('A picture of {0} characters stands in the text. Save it beside the article.', length),
  fixes(_, image, { text, path }): readonly Fix[] {
    const { range } = image;
    const uri = wholeDataUri(text, image);
    const file = dataUriFile(uri);
    if (file === undefined) return [];
    const name = `image-${stableHash(uri)}.${file.ending}`;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return [
      {
        title: say('Save the picture as {0}', name),
        edits: [{ range, text: name }],
        files: [{ path: folder + name, bytes: file.bytes }],
      },
    ];
  },
});
