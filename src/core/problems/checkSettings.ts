import type { ReadingRules } from '../article/readingRules';
import type { ImageSettings } from '../images/articleWithImages';
import type { Level } from './problem';

/** What the `problems` part of `.marginalia/config.json` says, with defaults where it is silent. Plain and clonable. */
export interface CheckSettings extends ImageSettings {
  readonly reading: ReadingRules;
  readonly levels: Readonly<Record<string, Level>>;
  /** Later ones win over earlier ones and over `levels`. */
  readonly overrides: readonly LevelOverride[];
  readonly ignore: readonly IgnoreEntry[];
  readonly requiredFields: readonly string[];
  /** Fields that are known beside those that Marginalia reads itself. */
  readonly knownFields: readonly string[];
  readonly dateFormat: DateFormat;
  /** The instant of the check, by which dates lie in the future. Without it none does. */
  readonly now?: number;
  /** A JSON Schema that the front matter of every article has to meet. */
  readonly schema?: unknown;
  /** JSON Schemas by the name of the source. */
  readonly sourceSchemas: Readonly<Record<string, unknown>>;
}

export const dateFormats = ['iso', 'isoDay', 'rfc1123', 'space'] as const;
export type DateFormat = (typeof dateFormats)[number];

export interface LevelOverride {
  /** Globs of article paths. Absent: all. */
  readonly paths?: readonly string[];
  /** Names of sources. Absent: all. */
  readonly sources?: readonly string[];
  readonly levels: Readonly<Record<string, Level>>;
}

/** One accepted problem: a rule that is not to fire in these articles, and why. */
export interface IgnoreEntry {
  readonly rule: string;
  readonly paths: readonly string[];
  readonly reason?: string;
}

export const defaultCheckSettings: Omit<CheckSettings, 'reading'> = {
  levels: {},
  overrides: [],
  ignore: [],
  requiredFields: ['title', 'date', 'source'],
  knownFields: [],
  dateFormat: 'iso',
  imageFields: ['headimg', 'thumbnail', 'image', 'images', 'cover', 'banner', 'photos', 'og_image'],
  imageRoots: ['', 'static', 'public', 'assets', 'source'],
  standInImages: [
    '*/undefined',
    '*/null',
    'https://picsum.photos/*',
    '*/loadimg.gif',
    '*/loading.gif',
    '*/lazy.gif',
    '*/404.gif',
    '*/404.png',
    '*/404.jpg',
    '*/blank.gif',
    '*/placeholder.png',
  ],
  longestDataUri: 16 * 1024,
  sourceSchemas: {},
};
