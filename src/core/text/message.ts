/** A text for a person: a template in English, which the extension translates, and what goes into its `{0}`, `{1}`. */
export interface Message {
  readonly template: string;
  readonly values: readonly (string | number)[];
}

/** Templates are written out where they are said, so that a test can hold the translations against them. */
export function say(template: string, ...values: readonly (string | number)[]): Message {
  return { template, values };
}

/** The message in English. */
export function inEnglish({ template, values }: Message): string {
  return template.replace(/\{(\d+)\}/g, (placeholder, index) => String(values[Number(index)] ?? placeholder));
}
