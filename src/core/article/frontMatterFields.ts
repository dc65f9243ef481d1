import type { FieldPlace } from './fieldPlace';
import type { FrontMatter } from './frontMatterBlock';
import { jsonFields } from './jsonFields';
import { lineFields } from './lineFields';

/** The fields of front matter in the order they are written; a key that stands twice is there twice. */
export class FrontMatterFields {
  readonly all: readonly FieldPlace[];

  constructor(all: readonly FieldPlace[]) {
    this.all = all;
  }

  /** The first field of that name, its key in whatever case. */
  get(name: string): FieldPlace | undefined {
    const wanted = name.toLowerCase();
    return this.all.find(({ key }) => key === name) ?? this.all.find(({ key }) => key.toLowerCase() === wanted);
  }
}

/** Finds the fields line by line, so that malformed front matter tells the places of what can be read of it. */
export function frontMatterFields(text: string, block: FrontMatter): FrontMatterFields {
  if (block.kind === 'none') return new FrontMatterFields([]);
  switch (block.language) {
    case 'yaml':
      return new FrontMatterFields(lineFields(text, block.content, ':'));
    case 'toml':
      return new FrontMatterFields(lineFields(text, block.content, '='));
    case 'json':
      return new FrontMatterFields(jsonFields(text, block.content));
    default:
      return new FrontMatterFields([]);
  }
}
