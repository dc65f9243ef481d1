import type { ShownSource } from '../../src/protocol/sourceFormMessages';
import { type SourceFormStrings, sourceFormStrings } from '../../src/protocol/sourceFormStrings';

const scales: ShownSource['scales'] = [
  {
    id: 'corrections',
    name: '更正及时',
    description: '发现错误后是否公开、及时地更正。',
    min: 1,
    max: 5,
    steps: { '1': '从不', '3': '有时', '5': '总是' },
  },
  { id: 'share', name: '原创比例', min: 0, max: 100 },
];
const ratings: ShownSource['current'] = [
  { scale: 'corrections', value: 2, rater: '周远', date: '2024-03-01', method: '抽查 20 篇', confidence: 'low' },
  {
    scale: 'corrections',
    value: 4,
    rater: '周远',
    date: '2026-02-11',
    method: '抽查 60 篇',
    confidence: 'high',
    evidence: ['https://beiwan.example.com/corrections', '2025 年合订本'],
    note: '2025 年设立更正专栏之后，多数更正在两天之内刊出。',
  },
  { scale: 'share', value: 62.5, rater: 'Lin', date: '2025-06-01' },
];

/** A source of which much is known. */
export const beiwan: ShownSource = {
  profile: {
    name: '北湾晚报',
    aliases: ['北湾晚报（电子版）', 'Beiwan Evening News'],
    domains: ['beiwan.example.com'],
    kind: 'newspaper',
    country: 'CN',
    languages: ['zh-Hans'],
    owner: '北湾报业集团',
    funding: '发行与广告',
    homepage: 'https://beiwan.example.com/',
    policies: [{ url: 'https://beiwan.example.com/corrections', title: '更正与说明' }],
    evidence: [{ url: 'https://register.example.org/1951/beiwan' }],
    notes: '1951 年创刊。\n2003 年起有电子版。',
    ratings,
  },
  articles: 1289,
  faults: [],
  scales,
  current: ratings.slice(1),
  annotations: [
    { id: 'urn:uuid:1', labels: '公信力: 4', note: '改版后头条多为转载。', creator: '周远', day: '2026-03-02' },
  ],
  rater: '周远',
  today: '2026-05-04',
};

/** One that nothing is known of yet. */
export const stranger: ShownSource = {
  profile: { name: 'Stranger', aliases: [], domains: [], languages: [], policies: [], evidence: [], ratings: [] },
  faults: [],
  scales: [],
  current: [],
  annotations: [],
  today: '2026-05-04',
};

/** The form's words from a table of translations. */
export function translated(bundle: Readonly<Record<string, string>>): SourceFormStrings {
  return Object.fromEntries(
    Object.entries(sourceFormStrings).map(([name, text]) => [name, bundle[text] ?? text]),
  ) as SourceFormStrings;
}
