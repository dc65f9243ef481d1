import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RemoteImage } from '../../../src/core/images/remote/remoteImage';
import { defaultVerdictAges } from '../../../src/core/images/remote/verdictAges';
import { type ImageCase, imageAnswers } from '../../support/imageAnswers';
import { imageDomain } from '../../support/imageServer';
import { Seeded } from '../../support/seeded';

/** How often each answer is given, of a thousand: mostly what is well, and some of everything that goes wrong. */
const mix: readonly (readonly [ImageCase, number])[] = [
  ['ok', 480],
  ['jpeg', 100],
  ['webp', 40],
  ['gif', 20],
  ['svg', 20],
  ['large', 60],
  ['noRanges', 20],
  ['noHead', 10],
  ['lyingHead', 5],
  ['otherType', 10],
  ['elsewhere', 20],
  ['moved', 50],
  ['movedAway', 5],
  ['toHome', 10],
  ['missing', 60],
  ['gone', 10],
  ['forbidden', 15],
  ['login', 5],
  ['tooMany', 2],
  ['failing', 2],
  ['failsOnce', 10],
  ['html', 10],
  ['htmlAsImage', 10],
  ['json', 2],
  ['empty', 5],
  ['cut', 5],
  ['lyingLength', 2],
  ['dropped', 2],
  ['loop', 2],
  ['onePixel', 5],
  ['toPrivate', 1],
];

export interface ImagesCorpus {
  readonly folder: string;
  readonly files: readonly string[];
  /** The rule that has to tell of each address; undefined where none may. */
  readonly expected: ReadonlyMap<string, string | undefined>;
}

const ruleOf: Readonly<Record<string, string | undefined>> = {
  gone: 'image/broken',
  notAnImage: 'image/not-an-image',
  truncated: 'image/truncated',
  serverError: 'image/server-error',
  refused: 'image/refused',
  unreachable: 'image/unreachable',
  moved: 'image/moved',
  redirectLoop: 'image/redirect-loop',
  placeholder: 'image/remote-placeholder',
};

/** Articles with so many different images on so many hosts, a hundred images each. */
export function imagesCorpus(folder: string, port: number, urls: number, hosts: number): ImagesCorpus {
  const seeded = new Seeded(6);
  const cases = mix.flatMap(([name, share]) => Array.from({ length: share }, () => name));
  const expected = new Map<string, string | undefined>();
  const files: string[] = [];
  mkdirSync(folder, { recursive: true });
  for (let article = 0; article * 100 < urls; article++) {
    const images: string[] = [];
    for (let index = 0; index < 100; index++) {
      const name = seeded.of(cases);
      const url = `http://host${seeded.below(hosts)}.${imageDomain}:${port}/${name}/${article}-${index}.png`;
      expected.set(url, ruleOf[imageAnswers[name].kind]);
      images.push(`<img alt="Image ${index}" src="${url}">`);
    }
    const file = join(folder, `article-${article}.md`);
    writeFileSync(file, articleWith(article, images));
    files.push(file);
  }
  return { folder, files, expected };
}

/** An archive with so many addresses, and a cache that knows them all. */
export function warmCorpus(
  folder: string,
  urls: number,
): { readonly folder: string; readonly cache: string; readonly images: readonly RemoteImage[] } {
  const archive = join(folder, 'archive');
  mkdirSync(archive, { recursive: true });
  const known: RemoteImage[] = [];
  const lines = ['{"marginalia":"remote images","version":1}'];
  const checked = Date.now() - defaultVerdictAges.ok / 4;
  for (let article = 0; article * 20 < urls; article++) {
    const images: string[] = [];
    for (let index = 0; index < 20; index++) {
      const url = `https://img${index}.${imageDomain}/${article}/picture-${index}.jpg`;
      const isGone = (article * 20 + index) % 100 === 0;
      const verdict = isGone
        ? { kind: 'gone', cause: 'status', status: 404, checked }
        : {
            kind: 'ok',
            cause: 'fine',
            status: 206,
            type: 'image/jpeg',
            format: 'jpeg',
            size: 81_234,
            width: 800,
            height: 600,
            checked,
          };
      lines.push(JSON.stringify([url, verdict]));
      known.push({ url });
      images.push(`<img alt="Image ${index}" src="${url}">`);
    }
    writeFileSync(join(archive, `article-${article}.md`), articleWith(article, images));
  }
  const cache = join(folder, 'cache.jsonl');
  writeFileSync(cache, `${lines.join('\n')}\n`);
  return { folder: archive, cache, images: known };
}

function articleWith(number: number, images: readonly string[]): string {
  const front = `---\ntitle: Article number ${number}\ndate: 2021-11-27\nsource: Harbour Ledger\n---\n`;
  return `${front}\n<div>${images.map((image) => `<p>A paragraph about something.</p>\n${image}\n`).join('')}</div>\n`;
}
