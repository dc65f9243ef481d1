import { editsBetween } from '../../../text/closestText';
import { say } from '../../../text/message';
import type { CheckSettings } from '../../checkSettings';
import { defineRule } from '../../rule';
import { suppressionField } from '../../suppressions';
import { metadataOf } from './metadataOf';
import { keysPeopleMean, usualKeys } from './usualKeys';

interface Data {
  readonly meant: string;
}

export const unknownKey = defineRule<Data>({
  id: 'metadata/unknown-key',
  name: 'Misspelled field',
  level: 'hint',
  summary: 'The name of a field seems to be misspelled.',
  documentation: `
Finds keys that nobody knows and that differ by a slip of the fingers from one that is known: of Marginalia, Hexo, Hugo or
Jekyll, of the archive's schema, or of \`problems.knownFields\` in \`.marginalia/config.json\`. A misspelt key is read by nothing.

\`\`\`yaml
catgeories: [Harbour]   →   categories: [Harbour]
\`\`\`

A key that is merely unknown is never told of: add it to \`problems.knownFields\` where it is taken for another. The fix renames
the key. Whether it is right is for a person to see.
`,
  *check(article) {
    const data = metadataOf(article);
    if (data === undefined) return;
    const { known, meant: candidates } = keysOf(article.settings);
    for (const key of Object.keys(article.frontMatter.data)) {
      const folded = key.toLowerCase();
      if (known.has(folded) || folded.length < 4) continue;
      const meant = meantBy(folded, candidates);
      if (meant === undefined || Object.hasOwn(data, meant)) continue;
      const place = article.fields.all.find((field) => field.key === key);
      if (place === undefined) continue;
      yield {
        range: place.keyRange,
        message: say('Is “{0}” meant? Nothing reads “{1}”.', meant, key),
        data: { meant },
      };
    }
  },
  fixes({ range, data: { meant } }, { text }) {
    const quote = /^["']/.exec(text.slice(range.start, range.end))?.[0] ?? '';
    const edits = [{ range, text: `${quote}${meant}${quote}` }];
    return [{ title: say('Rename the field to “{0}”', meant), edits, isGuess: true }];
  },
});

interface Keys {
  readonly known: ReadonlySet<string>;
  /** Those that a misspelt key can be meant to be. */
  readonly meant: ReadonlySet<string>;
}

// The keys follow from the settings, so that whoever has the same settings may share them.
const keys = new WeakMap<CheckSettings, Keys>();

function keysOf(settings: CheckSettings): Keys {
  let found = keys.get(settings);
  if (found === undefined) {
    found = readKeys(settings);
    keys.set(settings, found);
  }
  return found;
}

function readKeys(settings: CheckSettings): Keys {
  const { sourceFields, linkFields, dateFields } = settings.reading;
  const own = [...sourceFields, ...linkFields, ...dateFields, ...settings.imageFields, ...settings.requiredFields];
  const schemas = [settings.schema, ...Object.values(settings.sourceSchemas)].flatMap(propertiesOf);
  const added = [suppressionField, ...own, ...settings.knownFields, ...schemas].map((key) => key.toLowerCase());
  return { known: new Set([...usualKeys, ...added]), meant: new Set([...keysPeopleMean, ...added]) };
}

function propertiesOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return [];
  const { properties } = schema;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

/** The key that a slip of the fingers made this of. */
function meantBy(key: string, candidates: ReadonlySet<string>): string | undefined {
  const narrow = key.normalize('NFKC');
  if (narrow !== key && candidates.has(narrow)) return narrow;
  const most = key.length >= 8 ? 2 : 1;
  let meant: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    if (candidate.length < 4 || Math.abs(candidate.length - key.length) > most) continue;
    const edits = editsBetween(key, candidate, most + 1);
    if (edits <= most && isOtherForm(key, candidate)) return undefined;
    if (edits < least) {
      least = edits;
      meant = candidate;
    }
  }
  // One letter in a short word makes another word: `data`, `form`, `lint`.
  return meant !== undefined && (meant.length > 4 || isSwapped(key, meant)) ? meant : undefined;
}

/** The plural of a word, or a word with a number or another sign, is another name and no slip. */
function isOtherForm(key: string, candidate: string): boolean {
  return bare(key) === bare(candidate) && !/(.)\1$/.test(key);
}

function bare(key: string): string {
  return key.replace(/(?:s|[\d_.-])+$/, '').replace(/[_.-]/g, '');
}

function isSwapped(key: string, meant: string): boolean {
  return key.length === meant.length && [...key].sort().join('') === [...meant].sort().join('');
}
