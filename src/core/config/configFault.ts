/** The way to a part of `config.json`: keys of objects and positions in lists. */
export type ConfigPath = readonly (string | number)[];

/** One thing in the configuration that cannot be used; the default stands in for it. */
export type ConfigFault =
  | { readonly kind: 'notJson'; readonly detail: string }
  | { readonly kind: 'wrongType'; readonly field: string; readonly expected: ExpectedType; readonly path?: ConfigPath }
  | { readonly kind: 'unknownTimeZone'; readonly field: string; readonly value: string }
  | {
      readonly kind: 'unknownRule';
      readonly field: string;
      readonly value: string;
      readonly path: ConfigPath;
      /** The rule that is probably meant. */
      readonly closest?: string;
    }
  | {
      readonly kind: 'unknownValue';
      readonly field: string;
      readonly value: string;
      readonly path: ConfigPath;
      readonly known: readonly string[];
    }
  /** A regular expression of a schema that is left out of it. */
  | {
      readonly kind: 'unusablePattern';
      readonly field: string;
      readonly value: string;
      readonly path: ConfigPath;
      readonly detail: string;
    }
  /** A glob that fits nothing. */
  | { readonly kind: 'unusableGlob'; readonly field: string; readonly value: string; readonly path: ConfigPath }
  | { readonly kind: 'brokenSchema'; readonly field: string; readonly path: ConfigPath; readonly detail: string };

export type ExpectedType = 'object' | 'stringList' | 'string' | 'list' | 'positiveNumber';

/** How a person would name a part of the file: `problems.overrides[0].rules`. */
export function fieldName(path: ConfigPath): string {
  return path.reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`),
    '',
  );
}
