export type OtherScalar = 'number' | 'nothing' | 'boolean' | 'date';

const kinds: readonly (readonly [OtherScalar, RegExp])[] = [
  ['nothing', /^(?:~|null|Null|NULL)$/],
  ['boolean', /^(?:true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/],
  [
    'date',
    /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?))?)?$/,
  ],
  ['number', /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/],
  ['number', /^[-+]?(?:0x[\da-fA-F_]+|0o[0-7_]+|0b[01_]+|\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|\.(?:inf|Inf|INF))$/],
  ['number', /^\.(?:nan|NaN|NAN)$/],
];

/**
 * What programs read in place of the text where it stands without quotes in YAML, of one version or the other:
 * `12_00` is a number, `no` is false.
 */
export function otherScalar(text: string): OtherScalar | undefined {
  // Most texts start with what none of these do.
  if (text.length > 40 || !/^[-+.~\dtTfFyYnNoO]/.test(text)) return undefined;
  return kinds.find(([, pattern]) => pattern.test(text))?.[0];
}

export function isReadAsOther(text: string): boolean {
  return otherScalar(text) !== undefined;
}
