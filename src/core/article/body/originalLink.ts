const said =
  /^[\s[【(（「『>»→▶*•·-]*(?:(?:点击|点此|请)?(?:阅读|查看|看|访问|浏览)(?:英文|中文)?(?:原文|原帖|全文原文)|原文(?:链接|地址|网址|连接|出处|来源|传送门)?|(?:來源|来源|出处)(?:链接|地址|网址)?|(?:閱讀|查看)原文|原文(?:鏈接|連結|網址)|本文(?:链接|地址)原文|(?:read|view|see|open|visit)\s+(?:the\s+)?original(?:\s+(?:article|post|story|text|source|page))?|(?:the\s+)?original\s+(?:article|post|story|source|link|text|page)|read\s+the\s+(?:original|full\s+(?:article|story)\s+at\s+.{1,60}))\s*[\]】)）」』<«←>»→*•·.。!！…:：]*\s*$/i;

const announced =
  /(?:原文(?:链接|地址|网址|连接|出处|来源|鏈接|連結|網址)?|(?:文章|新闻|本文)?(?:来源|來源|出处)(?:链接|地址|网址)?|original(?:\s+(?:article|post|story|source|link))?|originally\s+published\s+at|source)\s*[:：]\s*[[【(（<《]?\s*$/i;

const writtenOut =
  /(?:原文(?:链接|地址|网址|连接|出处|来源|鏈接|連結|網址)?|(?:来源|來源|出处)(?:链接|地址|网址)?|original (?:article|post|story|source|link)|source) ?[:：] ?(https?:\/\/[^\s<>"'`、，。；）】」()[\]]+)/gi;

// What each match of the above has, and few articles: far quicker to look for.
const addressAfterColon = /[:：] ?https?:\/\//gi;
const longestAnnouncement = 32;

/** Whether a link with this text leads to the article as it was first published. */
export function isOriginalText(text: string): boolean {
  if (text.length === 0 || text.length > 90) return false;
  return said.test(text) || /^[^:：]{0,8}(?:来源|來源|原文|source)\s*[:：]\s*https?:\/\//i.test(text);
}

/** Whether a link that follows this text leads there: "Source: ". */
export function announcesOriginal(before: string): boolean {
  return before !== '' && announced.test(before);
}

/** Only an address of a web page can be the original article's. */
export function isOriginalAddress(url: string): boolean {
  return /^(?:https?:)?\/\/[^/]/i.test(url);
}

/** The address written out after "Source:" where no link is. */
export function writtenOriginal(text: string, start: number): string | undefined {
  addressAfterColon.lastIndex = start;
  const first = addressAfterColon.exec(text);
  if (first === null) return undefined;
  writtenOut.lastIndex = Math.max(start, first.index - longestAnnouncement);
  return writtenOut.exec(text)?.[1];
}
