import { dateFormats, defaultCheckSettings } from '../../../src/core/problems/checkSettings';
import { levels } from '../../../src/core/problems/problem';
import type { AnyRule } from '../../../src/core/problems/rule';

type Schema = Readonly<Record<string, unknown>>;

const glob: Schema = { type: 'string', minLength: 1 };
const globs: Schema = {
  title: 'Paths',
  description:
    'Globs of article paths, relative to the archive’s folder: `*`, `**`, `?`, `[a-z]`, `{a,b}`, and `!` before one for all else. An article that fits one is meant.',
  type: 'array',
  items: glob,
  uniqueItems: true,
};

const levelDescriptions: Readonly<Record<string, string>> = {
  off: 'The rule is not checked.',
  hint: 'Advice: marked in the editor, counted nowhere.',
  information: 'Worth knowing; nothing is broken.',
  warning: 'Something is likely wrong.',
  error: 'Something is broken. `marginalia check` fails.',
};

/** The schema of `config.json`, the part about problems made from the rules. The rest stays as it is. */
export function withProblems(schema: Schema, rules: readonly AnyRule[]): Schema {
  const { properties, definitions: _before, ...rest } = schema;
  const { problems: _problems, ...others } = properties as Schema;
  return { ...rest, properties: { ...others, problems: problems() }, definitions: definitions(rules) };
}

function definitions(rules: readonly AnyRule[]): Schema {
  const ids = rules.map(({ id }) => id);
  return {
    level: {
      enum: levels,
      enumDescriptions: levels.map((level) => levelDescriptions[level]),
    },
    rule: {
      enum: ids,
      markdownEnumDescriptions: rules.map(({ summary }) => summary),
    },
    ruleLevels: {
      title: 'Severities',
      description: 'How grave each rule is.',
      type: 'object',
      properties: Object.fromEntries(
        rules.map(({ id, level, summary }) => [
          id,
          {
            $ref: '#/definitions/level',
            markdownDescription: `${summary}\n\nWithout this it is: ${level}.`,
            default: level,
          },
        ]),
      ),
      additionalProperties: false,
    },
  };
}

function problems(): Schema {
  const standard = defaultCheckSettings;
  return {
    title: 'Problems',
    description: 'Which problems are reported, how grave they are, and what the checks go by.',
    type: 'object',
    additionalProperties: false,
    properties: {
      rules: { $ref: '#/definitions/ruleLevels' },
      overrides: {
        title: 'Overrides',
        description: 'Other severities for some articles. Of several that fit an article, the last counts.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['rules'],
          properties: {
            paths: globs,
            sources: texts('Sources', 'Names of sources. Spellings that differ only by case or width are the same.'),
            rules: { $ref: '#/definitions/ruleLevels' },
          },
          defaultSnippets: [{ body: { paths: ['$' + '{1:drafts/**}'], rules: {} } }],
        },
      },
      ignore: {
        title: 'Accepted problems',
        description: 'Rules that are not to fire in some articles, each with the reason.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'paths'],
          properties: {
            rule: { $ref: '#/definitions/rule' },
            paths: globs,
            reason: { title: 'Reason', description: 'Why, for whoever reads this later.', type: 'string' },
          },
        },
      },
      requiredFields: texts(
        'Required fields',
        'What `metadata/required` asks of every article. `title`, `date` and `source` also count when they are read from elsewhere in the front matter.',
        standard.requiredFields,
      ),
      knownFields: texts(
        'Known fields',
        'Front matter fields of your own, which `metadata/unknown-key` leaves alone.',
        standard.knownFields,
      ),
      dateFormat: {
        title: 'Date format',
        description: 'How fixes write a date.',
        enum: dateFormats,
        enumDescriptions: [
          '2021-11-27T22:34:14+08:00',
          '2021-11-27',
          'Sat, 27 Nov 2021 22:34:14 +0800',
          '2021-11-27 22:34:14, in the archive’s time zone',
        ],
        default: standard.dateFormat,
      },
      imageFields: texts(
        'Image fields',
        'Front matter fields that hold the address of an image.',
        standard.imageFields,
      ),
      imageRoots: {
        ...texts(
          'Image folders',
          'Folders of the archive in which an image path with a leading `/` is looked up. An empty text is the archive itself.',
          standard.imageRoots,
        ),
        items: { type: 'string' },
      },
      standInImages: texts(
        'Stand-ins',
        'Addresses of pictures that never were, such as loading animations. `*` stands for anything.',
        standard.standInImages,
      ),
      longestDataUri: {
        title: 'Longest data: image',
        markdownDescription: 'How many characters of a `data:` image may stay in the text.',
        type: 'number',
        exclusiveMinimum: 0,
        default: standard.longestDataUri,
      },
      schema: {
        title: 'Schema of the front matter',
        description: 'A JSON Schema that the front matter of every article has to meet.',
        type: ['object', 'boolean'],
      },
      sourceSchemas: {
        title: 'Schemas by source',
        description:
          'JSON Schemas that the front matter of the articles of a source has to meet, by the source’s name.',
        type: 'object',
        additionalProperties: { type: ['object', 'boolean'] },
      },
    },
  };
}

function texts(title: string, markdownDescription: string, standard?: readonly string[]): Schema {
  return {
    title,
    markdownDescription,
    type: 'array',
    items: { type: 'string', minLength: 1 },
    uniqueItems: true,
    ...(standard === undefined ? {} : { default: standard }),
  };
}
