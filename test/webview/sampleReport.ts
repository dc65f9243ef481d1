import type { AgreementPlace, AgreementReportMessage } from '../../src/protocol/agreementMessages';
import { type AgreementStrings, agreementStrings } from '../../src/protocol/agreementStrings';

export const strings: AgreementStrings = { ...agreementStrings, places: 'Disagreements 分歧' };

const people = ['Lin Zhiyuan', '周晓', '吴'];

/** A report as the extension words it, in two languages. */
export const report: AgreementReportMessage = {
  kind: 'report',
  version: 1,
  title: '北湾剪报：批注者之间的一致程度',
  summary: '批注者：3 · 共同的文章：24 · 分歧：131',
  choice: { people: [] },
  labels: [
    { id: 'claim', name: '论断' },
    { id: 'credibility', name: '可信度' },
  ],
  sources: [
    { id: '北湾晚报', name: '北湾晚报' },
    { id: '', name: '未知来源' },
  ],
  people,
  sections: [
    {
      id: 'passages claim',
      name: '论断',
      colour: '#e69f00',
      kind: '片段',
      definition: '作者提出、可以核查真假的说法。',
      main: { name: 'Krippendorff α（片段）', value: '0.731' },
      meaning: '分歧是随机给标签时的 27%。按惯例，0.667 至 0.800 的结果只能用于初步结论。',
      measures: [],
      facts: ['标注者：Lin Zhiyuan、周晓和吴', '片段：212', '所有人都批注过的文章：18'],
      matrix: {
        name: 'Krippendorff α（片段）',
        people,
        cells: [
          [null, { value: '0.812', basis: '文章：24', shade: 4 }, { value: '0.604', basis: '文章：18', shade: 2 }],
          [{ value: '0.812', basis: '文章：24', shade: 4 }, null, { value: '−0.041', basis: '文章：18', shade: 0 }],
          [{ value: '0.604', basis: '文章：18', shade: 2 }, { value: '−0.041', basis: '文章：18', shade: 0 }, null],
        ],
      },
    },
    {
      id: 'articles credibility',
      name: 'Credibility of the whole article',
      colour: '#0072b2',
      kind: 'Whole articles, on a scale',
      main: { name: 'Krippendorff’s alpha, ordinal', value: '0.834' },
      meaning:
        'They disagree 17 % as much as if the labels were given by chance. By convention results of 0.800 and more are relied upon.',
      measures: [
        { name: 'Krippendorff’s alpha, interval', value: '0.829' },
        { name: 'Fleiss’ kappa', value: '0.512' },
      ],
      facts: ['Given by Lin Zhiyuan, 周晓, and 吴', 'Articles that two or more judged: 24'],
    },
  ],
  places: 131,
};

export function place(index: number): AgreementPlace {
  return {
    label: index % 4 === 3 ? '可信度' : '论断',
    colour: index % 4 === 3 ? '#0072b2' : '#e69f00',
    article: '轮渡夜航恢复',
    details: '北湾晚报 · 2021-11-27',
    quote:
      index % 4 === 3 ? '' : `第 ${index + 1} 处：市长说，夜航恢复之后第一年就能收支相抵，不需要市里再补贴一分钱。`,
    voices: [
      { person: 'Lin Zhiyuan', said: index % 4 === 3 ? '可信度: 2 (低)' : '论断', isSilent: false },
      { person: '周晓', said: index % 4 === 3 ? '可信度: 4 (高)' : '引语 · 观点', isSilent: index % 4 !== 3 },
      { person: '吴', said: '此处未标', isSilent: true },
    ],
  };
}
