import { lineBreakOf } from '../lineBreak';
import { applyEdits, type TextEdit } from '../textEdit';
import { childOf, type JsonNode, type JsonPath, jsonTree, rangeOf, valueIn } from './jsonTree';
import { isBlankFile, tryParseJson } from './parseJson';

/** A value set, added or, where it is `undefined`, removed; or an object's key renamed. A position at the end of a list adds to it. */
export type JsonChange =
  | { readonly path: JsonPath; readonly value: unknown }
  | { readonly path: JsonPath; readonly key: string };

/**
 * A JSON text with changes made one after the other; nothing else of the text changes, and what is new is laid out as what
 * stands beside it. A text that is missing or blank is begun. Undefined where the text cannot be read or a path leads through
 * what is no object or list.
 */
export function editJson(text: string | undefined, changes: readonly JsonChange[]): string | undefined {
  let changed = isBlankFile(text) ? '{}\n' : text;
  let expected = tryParseJson(changed);
  if (expected === undefined) return undefined;
  for (const change of changes) {
    expected = changedValue(expected, change);
    const edit = expected === undefined ? undefined : editFor(changed, change);
    if (edit === undefined) return undefined;
    changed = applyEdits(changed, edit);
  }
  // Edits are made by places; that they are the right ones is not taken on trust.
  return JSON.stringify(tryParseJson(changed)) === JSON.stringify(expected) ? changed : undefined;
}

/** The text with one value set, added or, by `undefined`, removed. */
export function setJsonValue(text: string | undefined, path: JsonPath, value: unknown): string | undefined {
  return editJson(text, [{ path, value }]);
}

function editFor(text: string, change: JsonChange): readonly TextEdit[] | undefined {
  const { path } = change;
  let node = jsonTree(text);
  for (const [depth, step] of path.entries()) {
    const child = node && childOf(node, step);
    if (node !== undefined && child === undefined) {
      if (!('value' in change) || change.value === undefined) return [];
      const key = typeof step === 'string' ? `${JSON.stringify(step)}: ` : '';
      return [added(text, node, key, nested(path.slice(depth + 1), change.value))];
    }
    node = child;
  }
  if (node === undefined) return undefined;
  if ('key' in change) return renamed(node, change.key);
  return change.value === undefined ? removed(node) : [replaced(text, node, change.value)];
}

function added(text: string, parent: JsonNode, key: string, value: unknown): TextEdit {
  const { start, end } = rangeOf(parent);
  const items = parent.children ?? [];
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) {
    const range = { start: start + 1, end: end - 1 };
    if (parent.parent !== undefined && isOneLine(text.trim())) return { range, text: `${key}${onOneLine(value)}` };
    const own = indentAt(text, start);
    const inner = own + unitOf(text);
    const lineBreak = lineBreakOf(text);
    return { range, text: `${lineBreak}${inner}${key}${onLines(value, inner, text)}${lineBreak}${own}` };
  }
  const at = rangeOf(last).end;
  const range = { start: at, end: at };
  if (isOneLine(text.slice(start, first.offset))) return { range, text: `, ${key}${onOneLine(value)}` };
  const inner = indentAt(text, first.offset);
  const model = items.flatMap((item) => valueIn(item) ?? []).findLast(isFilled);
  const written = model && isOneLine(textOf(text, model)) ? onOneLine(value) : onLines(value, inner, text);
  return { range, text: `,${lineBreakOf(text)}${inner}${key}${written}` };
}

function replaced(text: string, node: JsonNode, value: unknown): TextEdit {
  const isInline = isFilled(node) && isOneLine(textOf(text, node));
  return {
    range: rangeOf(node),
    text: isInline ? onOneLine(value) : onLines(value, indentAt(text, node.offset), text),
  };
}

function renamed({ parent }: JsonNode, name: string): readonly TextEdit[] | undefined {
  const key = parent?.type === 'property' ? parent.children?.[0] : undefined;
  return key && [{ range: rangeOf(key), text: JSON.stringify(name) }];
}

/** Without the comma that goes with it. */
function removed(node: JsonNode): readonly TextEdit[] | undefined {
  const item = node.parent?.type === 'property' ? node.parent : node;
  const { parent } = item;
  if (parent?.children === undefined) return undefined;
  const at = parent.children.indexOf(item);
  const [before, next] = [parent.children[at - 1], parent.children[at + 1]];
  const { start, end } = rangeOf(item);
  const all = rangeOf(parent);
  if (next !== undefined) return [{ range: { start, end: next.offset }, text: '' }];
  if (before !== undefined) return [{ range: { start: rangeOf(before).end, end }, text: '' }];
  return [{ range: { start: all.start + 1, end: all.end - 1 }, text: '' }];
}

/** A value with spaces as people write them. */
function onOneLine(value: unknown): string {
  // No text in JSON has a line break in it, so that only those between its parts are met.
  return JSON.stringify(value, undefined, 1)
    .replace(/([[{])\n */g, '$1')
    .replace(/\n *([\]}])/g, '$1')
    .replace(/\n */g, ' ');
}

function onLines(value: unknown, indent: string, text: string): string {
  return JSON.stringify(value, undefined, unitOf(text)).replaceAll('\n', `${lineBreakOf(text)}${indent}`);
}

function isFilled({ children }: JsonNode): boolean {
  return children !== undefined && children.length > 0;
}

function isOneLine(text: string): boolean {
  return !/[\r\n]/.test(text);
}

function textOf(text: string, { offset, length }: JsonNode): string {
  return text.slice(offset, offset + length);
}

function indentAt(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
}

/** One step of indentation as the file has it. */
function unitOf(text: string): string {
  return /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
}

function nested(path: JsonPath, value: unknown): unknown {
  return path.reduceRight<unknown>(
    (inner, step) => (typeof step === 'number' ? [inner] : Object.fromEntries([[step, inner]])),
    value,
  );
}

/** What a change makes of a value; undefined where it cannot be made. */
function changedValue(json: unknown, change: JsonChange, depth = 0): unknown {
  const step = change.path[depth];
  const isLast = depth === change.path.length - 1;
  const isRemoval = !('key' in change) && change.value === undefined;
  if (step === undefined) return 'key' in change ? undefined : change.value;
  const rest = (): unknown => ('key' in change ? undefined : nested(change.path.slice(depth + 1), change.value));
  if (Array.isArray(json)) {
    if (typeof step !== 'number' || step > json.length || (isLast && 'key' in change)) return undefined;
    if (isLast && isRemoval) return json.filter((_, index) => index !== step);
    const inner = step < json.length ? changedValue(json[step], change, depth + 1) : rest();
    return inner === undefined ? undefined : Object.assign([...json], { [step]: inner });
  }
  if (typeof json !== 'object' || json === null || typeof step === 'number') return undefined;
  const entries = Object.entries(json);
  if (!Object.hasOwn(json, step)) {
    if (isRemoval) return json;
    return 'key' in change ? undefined : Object.fromEntries([...entries, [step, rest()]]);
  }
  if (isLast && isRemoval) return Object.fromEntries(entries.filter(([key]) => key !== step));
  if (isLast && 'key' in change) {
    if (change.key !== step && Object.hasOwn(json, change.key)) return undefined;
    return Object.fromEntries(entries.map(([key, own]) => [key === step ? change.key : key, own]));
  }
  const inner = changedValue(json[step as keyof typeof json], change, depth + 1);
  return inner === undefined
    ? undefined
    : Object.fromEntries(entries.map(([key, own]) => [key, key === step ? inner : own]));
}
