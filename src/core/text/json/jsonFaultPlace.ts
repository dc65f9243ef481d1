import { parseDocument } from 'yaml';

/** About where a text stops being JSON; undefined where it is JSON. */
export function jsonFaultPlace(text: string): number | undefined {
  const json = text.replace(/^\uFEFF/, ' ');
  try {
    JSON.parse(json);
    return undefined;
  } catch (error) {
    const said = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    if (said !== undefined) return Math.min(Number(said), text.length);
  }
  // The engine does not always say: a parser that knows places does.
  const [first] = parseDocument(json, { logLevel: 'silent', prettyErrors: false }).errors;
  return Math.min(first?.pos[0] ?? text.trimEnd().length, text.length);
}
