/** An article to annotate: in one passage are a reference, a tag and a wide character before it. */
export const tides = [
  '---',
  'title: Tides',
  'source: Scratch Gazette',
  'date: 2031-04-05',
  '---',
  '<p>The harbour froze twice.</p>',
  '<p>Nobody 渡船🚢 crossed &amp; <b>the ferry</b> stayed.</p>',
  '',
].join('\n');
