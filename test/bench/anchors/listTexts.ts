import type { Seeded } from '../../support/seeded';

/** What surrounds videos and stories: lists of short items that repeat each other. */
export const listKinds = ['hashtags', 'links', 'credits', 'cells', 'names'] as const;
export type ViewStateKind = (typeof listKinds)[number];

export const listLanguages = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type ListLanguage = (typeof listLanguages)[number];

/** One block of a list, in the items it was made of; what parts two items belongs to the first. */
export type ListBlock = readonly string[];

interface Words {
  readonly topics: readonly string[];
  readonly roles: readonly string[];
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly cells: readonly string[];
}

const list = (words: string): readonly string[] => words.split(' ');

const simplified: Words = {
  topics: list(
    '招聘 失业 市场 萧条 经济 科技 开箱 手机 旅行 美食 新闻 港口 夜航 渡轮 码头 天气 房价 工厂 学生 毕业 创业 电影 音乐 游戏 教育 健康 历史 车站 邮局 图书 花园 山路 海鲜 茶叶 面馆 书店 电车 桥梁 灯塔 风筝 篮球 足球 游泳 登山 摄影 绘画 陶艺 木工 咖啡 烘焙 养猫 露营 钓鱼 菜市 雨季 台风 地铁 机场 法律 医院 保险 退休',
  ),
  roles: list('责任编辑 记者 摄影 监制 后期 文字 校对 统筹 策划 出品人 音效 字幕 主持'),
  family: list(
    '王 李 张 刘 陈 杨 赵 黄 周 吴 欧阳 郑 徐 孙 马 朱 胡 郭 何 高 林 罗 梁 宋 唐 许 韩 冯 邓 曹 彭 曾 萧 田 董 潘 袁 蔡',
  ),
  given: list(
    '伟 芳 娜 强 军 洋 静 国华 建国 晓明 丽 志远 文 雪 敏 杰 涛 磊 勇 艳 超 秀英 桂兰 小红 海燕 子轩 一诺 浩然 雨桐 思远 佳怡 宇航 欣怡 梓涵',
  ),
  cells: list('是 否 无 合计 一月 二月 三月 北线 南线 晚班 早班 待定 取消'),
};

const traditional: Words = {
  topics: list(
    '招聘 失業 市場 蕭條 經濟 科技 開箱 手機 旅行 美食 新聞 港口 夜航 渡輪 碼頭 天氣 房價 工廠 學生 畢業 創業 電影 音樂 遊戲 教育 健康 歷史 車站 郵局 圖書 花園 山路 海鮮 茶葉 麵館 書店 電車 橋樑 燈塔 風箏 籃球 足球 游泳 登山 攝影 繪畫 陶藝 木工 咖啡 烘焙 養貓 露營 釣魚 菜市 雨季 颱風 地鐵 機場 法律 醫院 保險 退休',
  ),
  roles: list('責任編輯 記者 攝影 監製 後期 文字 校對 統籌 策劃 出品人 音效 字幕 主持'),
  family: list(
    '王 李 張 劉 陳 楊 趙 黃 周 吳 歐陽 鄭 徐 孫 馬 朱 胡 郭 何 高 林 羅 梁 宋 唐 許 韓 馮 鄧 曹 彭 曾 蕭 田 董 潘 袁 蔡',
  ),
  given: list(
    '偉 芳 娜 強 軍 洋 靜 國華 建國 曉明 麗 志遠 文 雪 敏 傑 濤 磊 勇 艷 超 秀英 桂蘭 小紅 海燕 子軒 一諾 浩然 雨桐 思遠 佳怡 宇航 欣怡 梓涵',
  ),
  cells: list('是 否 無 合計 一月 二月 三月 北線 南線 晚班 早班 待定 取消'),
};

const english: Words = {
  topics: list(
    'jobs hiring vlog market slump economy tech unboxing phone travel food news harbour ferry nightboat weather housing factory student graduate startup film music gaming school health history station post library garden trail seafood tea noodles bookshop tram bridge lighthouse kite basketball football swimming climbing photo painting pottery carpentry coffee baking cats camping fishing bazaar monsoon typhoon metro airport law hospital insurance pension',
  ),
  roles: list(
    'Editor Reporter Camera Producer Cut Text Proofreading Coordination Research Publisher Sound Subtitles Host',
  ),
  family: list(
    'Smith Jones Brown Taylor Wilson Evans Walker Wright Green Hall Wood Clarke Adams Baker Carter Dixon Ellis Foster Gibson Harris Irving Jenkins Knight Lewis Mason Nolan Owen Parker Quinn Reed Shaw Turner Vaughan Webb Young',
  ),
  given: list(
    'Anne Ben Carol David Emma Frank Grace Henry Ivy Jack Kate Leo Mary Nick Olive Paul Rose Sam Tessa Una Victor Wendy Amir Bella Chloe Dora Ed Fiona Gus Helen Ian Julia Karl Lily Max Nora',
  ),
  cells: list('yes no none Total January February March North South late early open cancelled'),
};

const wordsOf: Readonly<Record<ListLanguage, Words>> = { en: english, 'zh-Hans': simplified, 'zh-Hant': traditional };

const isChinese = (language: ListLanguage): boolean => language !== 'en';

/** The blocks of one list, of some hundred characters. */
export function listText(kind: ViewStateKind, language: ListLanguage, chance: Seeded): readonly ListBlock[] {
  const words = wordsOf[language];
  switch (kind) {
    case 'hashtags':
      return hashtags(words, language, chance);
    case 'links':
      return inLines(
        itemsOf(10 + chance.below(20), () => link(words, chance)),
        chance.of(['\n', ' ', '']),
        chance,
      );
    case 'credits':
      return credits(words, isChinese(language), chance);
    case 'cells':
      return Array.from({ length: 20 + chance.below(40) }, () => [cell(words, chance)]);
    case 'names': {
      const part = chance.of(isChinese(language) ? ['、', '\n', '　'] : [', ', '\n', ' · ']);
      return inLines(
        itemsOf(25 + chance.below(40), () => name(words, isChinese(language), chance)),
        part,
        chance,
      );
    }
  }
}

/** One more item of a list, without what would part it from the next. */
export function listItem(kind: ViewStateKind, language: ListLanguage, chance: Seeded): string {
  const words = wordsOf[language];
  switch (kind) {
    case 'hashtags':
      return hashtag(words, chance);
    case 'links':
      return link(words, chance);
    case 'credits':
      return credit(words, isChinese(language), chance);
    case 'cells':
      return cell(words, chance);
    case 'names':
      return name(words, isChinese(language), chance);
  }
}

const itemsOf = (count: number, item: () => string): readonly string[] => Array.from({ length: count }, item);

/** All in one block, or each in its own where line breaks part them. */
function inLines(items: readonly string[], part: string, chance: Seeded): readonly ListBlock[] {
  if (part === '\n') return items.map((item) => [item]);
  const blocks: ListBlock[] = [];
  for (let at = 0; at < items.length; ) {
    const count = 8 + chance.below(20);
    blocks.push(items.slice(at, at + count).map((item) => item + part));
    at += count;
  }
  return blocks.map((block) => [...block.slice(0, -1), (block.at(-1) ?? '').trimEnd()]);
}

function hashtag({ topics }: Words, chance: Seeded): string {
  return `#${itemsOf(1 + chance.below(3), () => chance.of(topics)).join('')}`;
}

/** Lines of tags, often once more in the other script, as channels write them to be found in both. */
function hashtags(words: Words, language: ListLanguage, chance: Seeded): readonly ListBlock[] {
  const parts = chance.of([[''], [' '], ['', ' ']]);
  const lines = Array.from({ length: 2 + chance.below(3) }, () =>
    itemsOf(8 + chance.below(15), () => hashtag(words, chance) + chance.of(parts)),
  );
  if (language === 'zh-Hant' && chance.next() < 0.5) {
    const twin = lines[0] ?? [];
    lines.push(twin.map(toSimplified));
  }
  return lines;
}

const simpleOf = new Map(
  Object.values(traditional).flatMap((words: readonly string[], kind) =>
    words.flatMap((word, index) => {
      const simple = Object.values(simplified)[kind]?.[index] ?? word;
      return [...word].map((character, at) => [character, [...simple][at] ?? character] as const);
    }),
  ),
);

function toSimplified(text: string): string {
  return [...text].map((character) => simpleOf.get(character) ?? character).join('');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function link({ topics }: Words, chance: Seeded): string {
  const code = itemsOf(7, () => chance.of([...letters])).join('');
  const url = chance.of([
    'https://bit.ly/',
    'https://youtu.be/',
    'https://www.example.com/',
    'http://t.example.org/p/',
  ]);
  const label = chance.of(topics) + chance.of(topics);
  return chance.next() < 0.5 ? `${label}：${url}${code}` : `${url}${code} ${label}`;
}

function name({ family, given }: Words, chinese: boolean, chance: Seeded): string {
  return chinese ? chance.of(family) + chance.of(given) : `${chance.of(given)} ${chance.of(family)}`;
}

function credit(words: Words, chinese: boolean, chance: Seeded): string {
  const who = name(words, chinese, chance);
  return chinese ? `${chance.of(words.roles)}：${who}` : `${chance.of(words.roles)}: ${who}`;
}

/** The same few people in several parts, and all of it once more after the next video. */
function credits(words: Words, chinese: boolean, chance: Seeded): readonly ListBlock[] {
  const own = inLines(
    itemsOf(8 + chance.below(10), () => credit(words, chinese, chance)),
    chance.of(['\n', '  ', ' / ', '｜']),
    chance,
  );
  const again = own.map((block) => (chance.next() < 0.3 ? [credit(words, chinese, chance)] : block));
  return [...own, [itemsOf(4, () => chance.of(words.topics)).join(' ')], ...again];
}

function cell(words: Words, chance: Seeded): string {
  switch (chance.below(5)) {
    case 0:
      return String(chance.below(200));
    case 1:
      return `${chance.below(30)}.${chance.below(10)}%`;
    case 2:
      return chance.of(words.topics);
    case 3:
      return name(words, words !== english, chance);
    default:
      return chance.of(words.cells);
  }
}
