import type { FieldPlace } from './fieldPlace';
import type { FrontMatter } from './frontMatterBlock';
import { jsonFields } from './jsonFields';
import { type LineFields, lineFields } from './lineFields';

/** The fields of front matter in the order they are written; a key that stands twice is there twice. */
export class FrontMatterFields {
  readonly keys: readonly string[];
  readonly #placeAt: LineFields['placeAt'];
  readonly #places: (FieldPlace | undefined)[] = [];
  #all: readonly FieldPlace[] | undefined;

  /** Places are looked for when they are asked for. */
  constructor({ keys, placeAt }: LineFields) {
    this.keys = keys;
    this.#placeAt = placeAt;
  }

  get all(): readonly FieldPlace[] {
    this.#all ??= this.keys.flatMap((_, index) => this.at(index) ?? []);
    return this.#all;
  }

  at(index: number): FieldPlace | undefined {
    this.#places[index] ??= this.#placeAt(index);
    return this.#places[index];
  }

  /** The first field of that name, its key in whatever case. */
  get(name: string): FieldPlace | undefined {
    const wanted = name.toLowerCase();
    const exact = this.keys.indexOf(name);
    return this.at(exact >= 0 ? exact : this.keys.findIndex((key) => key.toLowerCase() === wanted));
  }
}

/** Finds the fields line by line, so that malformed front matter tells the places of what can be read of it. */
export function frontMatterFields(text: string, block: FrontMatter): FrontMatterFields {
  return new FrontMatterFields(fieldsOf(text, block));
}

function fieldsOf(text: string, block: FrontMatter): LineFields {
  const language = block.kind === 'block' ? block.language : undefined;
  if (block.kind === 'block' && (language === 'yaml' || language === 'toml')) {
    return lineFields(text, block.content, language);
  }
  const fields = block.kind === 'block' && language === 'json' ? jsonFields(text, block.content) : [];
  return { keys: fields.map(({ key }) => key), placeAt: (index) => fields[index] };
}
