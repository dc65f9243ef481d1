import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { TextRange } from '../textRange';

/** The way to a part of a JSON text: keys of objects and positions in lists. */
export type JsonPath = readonly (string | number)[];

/** An object, list or plain value of a JSON text with its place; objects hold `property` nodes of a key and a value. */
export type JsonNode = Node;

/** What a JSON text holds, as far as it can be read; undefined where nothing can. Syntax errors are added to `errors`. */
export function jsonTree(text: string, errors: ParseError[] = []): JsonNode | undefined {
  try {
    // A byte order mark is as wide as a space.
    const json = text.replace(/^\uFEFF/, ' ');
    return parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    // Nested deeper than the parser can follow.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The value of a key or position; undefined where there is none. */
export function childOf(node: JsonNode, step: string | number): JsonNode | undefined {
  return findNodeAtLocation(node, [step]);
}

/** The value itself where a node is a `property`. */
export function valueIn(node: JsonNode): JsonNode | undefined {
  return node.type === 'property' ? node.children?.[1] : node;
}

export function rangeOf({ offset, length }: JsonNode): TextRange {
  return { start: offset, end: offset + length };
}
