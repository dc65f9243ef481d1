import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineBreakOf } from '../lineBreak';
import { applyEdits, type TextEdit } from '../textEdit';
import type { TextRange } from '../textRange';
import { isPair, jsonRoot, valueIn, writtenJson } from './jsonEdits';
import { tryParseJson } from './parseJson';

/** The way to a part of a JSON text: keys of objects and positions in lists. */
export type JsonPath = readonly (string | number)[];

/**
 * A JSON text with one value set, added or, where it is `undefined`, removed; nothing else of the text changes. A position at
 * the end of a list adds to it. Undefined where the text cannot be read or the path leads through what is no object or list.
 */
export function setJsonValue(text: string | undefined, path: JsonPath, value: unknown): string | undefined {
  if (text === undefined || text.trim() === '') {
    return value === undefined ? undefined : `${JSON.stringify(nested(path, value), undefined, 2)}\n`;
  }
  const before = tryParseJson(text);
  const expected = before === undefined ? undefined : withValue(before, path, value);
  const edit = expected === undefined ? undefined : editOf(text, path, value);
  const changed = edit === undefined ? undefined : applyEdits(text, edit);
  // The edit is made by places; that it is the right one is not taken on trust.
  return changed !== undefined && JSON.stringify(tryParseJson(changed)) === JSON.stringify(expected)
    ? changed
    : undefined;
}

/** Where a part of a JSON text stands; of a part that is not there, what would hold it. */
export function jsonPlace(text: string, path: JsonPath): TextRange | undefined {
  let node: unknown = jsonRoot(text);
  let range = rangeOf(node);
  for (const step of path) {
    node = childOf(node, step);
    range = rangeOf(node) ?? range;
  }
  return range;
}

function editOf(text: string, path: JsonPath, value: unknown): readonly TextEdit[] | undefined {
  let parent: unknown = jsonRoot(text);
  for (const [depth, step] of path.entries()) {
    if (!isMap(parent) && !isSeq(parent)) return undefined;
    const child = childOf(parent, step);
    const isLast = depth === path.length - 1;
    if (child === undefined) {
      if (value === undefined) return [];
      const inner = nested(path.slice(depth + 1), value);
      return [added(text, parent, isMap(parent) ? `${JSON.stringify(step)}: ` : '', inner)];
    }
    if (isLast) return value === undefined ? removed(parent, step) : replaced(text, child, value);
    parent = child;
  }
  return undefined;
}

function added(text: string, parent: YAMLMap | YAMLSeq, key: string, value: unknown): TextEdit {
  const range = rangeOf(parent) ?? { start: 0, end: 0 };
  const last = parent.items.at(-1);
  const end = last === undefined ? undefined : endOf(last);
  const own = indentAt(text, range.start);
  if (end === undefined) {
    const inner = own + unitOf(text);
    const inside = { start: range.start + 1, end: range.end - 1 };
    return { range: inside, text: `\n${inner}${key}${written(value, inner, text)}\n${own}` };
  }
  const first = startOf(parent.items[0]) ?? range.start + 1;
  const gap = text.slice(range.start + 1, first);
  if (!/[\r\n]/.test(gap)) return { range: { start: end, end }, text: `, ${key}${writtenJson(value)}` };
  const inner = indentAt(text, first);
  return { range: { start: end, end }, text: `,${lineBreakOf(text)}${inner}${key}${written(value, inner, text)}` };
}

function replaced(text: string, node: unknown, value: unknown): readonly TextEdit[] | undefined {
  const range = rangeOf(node);
  if (range === undefined) return undefined;
  const old = text.slice(range.start, range.end);
  const isOneLine = /^[[{]/.test(old) && !/[\r\n]/.test(old) && old.length > 2;
  return [{ range, text: isOneLine ? writtenJson(value) : written(value, indentAt(text, range.start), text) }];
}

function removed(parent: YAMLMap | YAMLSeq, step: string | number): readonly TextEdit[] | undefined {
  const index = isMap(parent)
    ? parent.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === step)
    : Number(step);
  const [start, end] = [startOf(parent.items[index]), endOf(parent.items[index])];
  const range = rangeOf(parent);
  if (start === undefined || end === undefined || range === undefined) return undefined;
  const next = startOf(parent.items[index + 1]);
  if (next !== undefined) return [{ range: { start, end: next }, text: '' }];
  const before = index > 0 ? endOf(parent.items[index - 1]) : range.start + 1;
  return before === undefined
    ? undefined
    : [{ range: { start: before, end: index > 0 ? end : range.end - 1 }, text: '' }];
}

function written(value: unknown, indent: string, text: string): string {
  return JSON.stringify(value, undefined, unitOf(text)).replaceAll('\n', `${lineBreakOf(text)}${indent}`);
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

function withValue(json: unknown, path: JsonPath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(json)) {
    if (typeof step !== 'number' || step > json.length) return undefined;
    if (rest.length === 0 && value === undefined) return json.filter((_, index) => index !== step);
    const inner = step < json.length ? withValue(json[step], rest, value) : nested(rest, value);
    return inner === undefined ? undefined : Object.assign([...json], { [step]: inner });
  }
  if (typeof json !== 'object' || json === null || typeof step === 'number') return undefined;
  const entries = Object.entries(json);
  if (rest.length === 0 && value === undefined) return Object.fromEntries(entries.filter(([key]) => key !== step));
  const known = entries.find(([key]) => key === step);
  if (known === undefined)
    return value === undefined ? json : Object.fromEntries([...entries, [step, nested(rest, value)]]);
  const inner = withValue(known[1], rest, value);
  return inner === undefined
    ? undefined
    : Object.fromEntries(entries.map(([key, own]) => [key, key === step ? inner : own]));
}

function childOf(node: unknown, step: string | number): unknown {
  if (isMap(node)) return typeof step === 'string' ? valueIn(node, step) : undefined;
  return isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
}

function rangeOf(node: unknown): TextRange | undefined {
  const range = (node as Node | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function startOf(item: unknown): number | undefined {
  return rangeOf(isPair(item) ? item.key : item)?.start;
}

function endOf(item: unknown): number | undefined {
  return rangeOf(isPair(item) ? item.value : item)?.end;
}
