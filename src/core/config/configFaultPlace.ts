import { isMap, isNode, isScalar, type Node, parseDocument } from 'yaml';
import type { TextRange } from '../text/textRange';
import type { ConfigFault } from './configFault';

/** Where in the text of `config.json` a fault is; undefined where the text does not have it (any more). */
export function configFaultPlace(text: string, fault: ConfigFault): TextRange | undefined {
  if (fault.kind === 'notJson') return undefined;
  const path = 'path' in fault && fault.path !== undefined ? fault.path : fault.field === '' ? [] : [fault.field];
  const json = text.replace(/^\uFEFF/, ' ');
  // JSON is YAML, and this parser knows places.
  let node: unknown = parseDocument(json, { logLevel: 'silent', prettyErrors: false, uniqueKeys: false }).contents;
  let key: Node | undefined;
  for (const step of path) {
    key = undefined;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      key = isNode(pair?.key) ? pair.key : undefined;
      node = pair?.value;
    } else {
      node = isNode(node) && 'get' in node ? node.get(step, true) : undefined;
    }
  }
  const isKey = fault.kind === 'unknownRule' && path.at(-1) === fault.value;
  return rangeOf(isKey ? key : node);
}

function rangeOf(node: unknown): TextRange | undefined {
  const range = isNode(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}
