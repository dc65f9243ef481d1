/** Reads a JSON object; where braces are left out (`;;;` fences allow it) they are put around it. */
export function readJson(text: string): object {
  const trimmed = text.trim();
  const data: unknown = JSON.parse(trimmed.startsWith('{') || trimmed.startsWith('[') ? trimmed : `{${trimmed}}`);
  return typeof data === 'object' && data !== null ? data : {};
}
