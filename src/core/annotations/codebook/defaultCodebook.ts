import type { Label } from './codebook';

/** The languages that a first codebook is written in. */
export type CodebookLanguage = 'en' | 'zh-cn';

type Words = readonly [name: string, definition: string, example: string];

const passageLabels: readonly (readonly [id: string, colour: string, key: string, en: Words, chinese: Words])[] = [
  [
    'claim',
    'blue',
    '1',
    ['Claim', 'A statement of fact that could be checked.', '“Traffic fell by a third.”'],
    ['主张', '可以核实的事实陈述。', '“车流量下降了三分之一。”'],
  ],
  [
    'evidence',
    'green',
    '2',
    [
      'Evidence',
      'What is offered to support a claim: data, a document, a witness.',
      '“The survey of 1,200 households …”',
    ],
    ['证据', '用来支持主张的材料：数据、文件或目击者。', '“对 1200 户家庭的调查显示……”'],
  ],
  [
    'opinion',
    'purple',
    '3',
    ['Opinion', 'A judgement of the author or of somebody quoted.', '“The plan is a waste of money.”'],
    ['观点', '作者或被引述者的判断。', '“这个计划是浪费钱。”'],
  ],
  [
    'quotation',
    'sky',
    '4',
    ['Quotation', 'Words of somebody else, direct or indirect.', 'The mayor said: “…”'],
    ['引语', '他人的话，直接或间接引用。', '市长说：“……”'],
  ],
  [
    'loaded-language',
    'vermilion',
    '5',
    ['Loaded language', 'Words chosen to move rather than to inform.', '“a brazen grab for power”'],
    ['带倾向的用语', '意在打动而不是告知的措辞。', '“赤裸裸的夺权”'],
  ],
  [
    'error',
    'orange',
    '6',
    ['Error', 'A mistake of fact, name, number or date.', '“31 April”'],
    ['错误', '事实、姓名、数字或日期上的错误。', '“4 月 31 日”'],
  ],
  [
    'background',
    'grey',
    '7',
    ['Background', 'What happened before, given for understanding.', '“The line was closed in 2013.”'],
    ['背景', '为便于理解而交代的前情。', '“该线路于 2013 年停运。”'],
  ],
];

/** The labels that a new archive starts with. */
export function defaultLabels(language: CodebookLanguage): readonly Label[] {
  const chinese = language === 'zh-cn';
  return [
    ...passageLabels.map(([id, colour, key, en, zh]): Label => {
      const [name, definition, example] = chinese ? zh : en;
      return { id, name, definition, example, colour, key, scope: ['passage'], kind: 'tag', version: 1 };
    }),
    {
      id: 'stance',
      name: chinese ? '立场' : 'Stance',
      definition: chinese ? '文章对其主题的态度。' : 'How the article stands to what it is about.',
      colour: 'yellow',
      scope: ['article'],
      kind: 'oneOf',
      options: chinese ? ['支持', '中立', '反对', '不明'] : ['for', 'neutral', 'against', 'unclear'],
      version: 1,
    },
    {
      id: 'credibility',
      name: chinese ? '可信度' : 'Credibility',
      definition: chinese ? '依文中证据和来源判断。' : 'Judged by the evidence and the sources the article gives.',
      colour: 'sky',
      scope: ['article'],
      kind: 'scale',
      min: 1,
      max: 5,
      steps: chinese
        ? { '1': '不可信', '3': '无法判断', '5': '可信' }
        : { '1': 'not credible', '3': 'cannot tell', '5': 'credible' },
      version: 1,
    },
    {
      id: 'origin',
      name: chinese ? '新闻从何而来' : 'Origin of its news',
      definition: chinese
        ? '该来源的新闻大多如何得来，依其文章判断。'
        : 'How the source comes by most of its news, going by its articles.',
      colour: 'green',
      scope: ['source'],
      kind: 'oneOf',
      options: chinese
        ? ['自行采访', '通讯社稿件', '转载', '兼而有之', '不明']
        : ['own reporting', 'agency copy', 'republished', 'mixed', 'unclear'],
      version: 1,
    },
    {
      id: 'openness',
      name: chinese ? '自我说明' : 'Openness about itself',
      definition: chinese
        ? '该来源是否写明由谁撰写、由谁出资、如何更正错误。'
        : 'Whether the source states who writes it, who pays for it and what it has corrected.',
      colour: 'purple',
      scope: ['source'],
      kind: 'scale',
      min: 1,
      max: 5,
      steps: chinese
        ? { '1': '均未写明', '3': '部分写明', '5': '全部写明' }
        : { '1': 'states nothing', '3': 'states some', '5': 'states all' },
      version: 1,
    },
  ];
}

/** The text of a first `labels.json`. */
export function defaultCodebookText(language: CodebookLanguage): string {
  return `${JSON.stringify({ version: 1, labels: defaultLabels(language) }, undefined, 2)}\n`;
}
