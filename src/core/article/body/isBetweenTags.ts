import { Tokenizer } from 'htmlparser2';
import { hiddenTags } from './htmlTags';
import { silentTokens } from './silentTokens';

const mark = '<!--here-->';

/** Whether a comment can be put into HTML at `at`: not inside a tag or a comment, nor where white space is shown as it is. */
export function isBetweenTags(text: string, start: number, at: number): boolean {
  const marked = text.slice(start, at) + mark;
  const markAt = marked.length - mark.length;
  const open: string[] = [];
  let isComment = false;
  const tokenizer = new Tokenizer(
    {},
    {
      ...silentTokens,
      onopentagname: (from, to) => {
        const name = marked.slice(from, to).toLowerCase();
        if (name === 'pre' || hiddenTags.has(name)) open.push(name);
      },
      onclosetag: (from, to) => {
        const index = open.lastIndexOf(marked.slice(from, to).toLowerCase());
        if (index !== -1) open.splice(index);
      },
      oncomment: (from) => {
        isComment = from === markAt + '<!--'.length;
      },
    },
  );
  tokenizer.write(marked);
  tokenizer.end();
  return isComment && open.length === 0;
}
