/**
 * What is told in a notification where strangers' words are in it: VS Code makes a link of `[text](command:…)`, and a click
 * would run it. A sign without width between the brackets leaves the words as they are.
 */
export function plainMessage(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
