/** Strangers' text as the label of a quick pick, which would draw `$(document)` in it as an icon, there or not. */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
