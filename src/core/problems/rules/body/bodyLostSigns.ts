import { say } from '../../../text/message';
import { defineRule } from '../../rule';

const sign = '\ufffd';
/** Fewer say nothing of the whole file. */
const fewestOfOtherEncoding = 10;

export const bodyLostSigns = defineRule({
  id: 'body/lost-signs',
  name: 'Lost characters',
  level: 'warning',
  summary: 'Characters of the text are lost: “�” stands in their place.',
  documentation: `
Finds “�” (U+FFFD) in the body, which programs write where they cannot read what stands there. There are two causes:

- **The file is in another encoding than UTF-8**, most often GB 18030 or GBK in Chinese archives. Then it is most of the text
  that cannot be read, and nothing is lost yet: choose *Change File Encoding ▸ Reopen with Encoding* in VS Code, then
  *Save with Encoding ▸ UTF-8*. Do not save it before, or the characters are gone for good.
- **The characters were lost before the article was saved**, by the program that fetched or converted it. Then it is a few,
  and only the original tells what stood there.

\`\`\`markdown
---
title: Ferry timetable
---
<p>The caf� on the pier opens at six.</p>
\`\`\`

There is no automatic fix. A lost character in a title is told by \`metadata/title-garbled\`.
`,
  *check({ text, block }) {
    const start = text.indexOf(sign, block.bodyStart);
    if (start === -1) return;
    const body = text.slice(block.bodyStart);
    const lost = body.split(sign).length - 1;
    const others = (body.match(/[\u0080-\ufffc\ufffe\uffff]/g)?.length ?? 0) + 1;
    const isOtherEncoding = lost >= fewestOfOtherEncoding && lost >= others;
    let end = start;
    while (text[end] === sign) end++;
    yield {
      range: { start, end },
      message: isOtherEncoding
        ? say(
            'This file is not in UTF-8. Do not save it like this: choose “Reopen with Encoding” (for most Chinese files GB 18030), then save it as UTF-8.',
          )
        : lost === 1
          ? say('A character of this text was lost in a conversion. Write what the original has.')
          : say(
              'Characters of this text were lost in a conversion ({0}), the first of them here. Write what the original has.',
              lost,
            ),
      data: undefined,
    };
  },
});
