/** What a command is about: the row it was called on and, where that is among them, all that are selected. */
export function rowArguments(args: readonly unknown[]): readonly unknown[] {
  const [row, selected] = args;
  return Array.isArray(selected) && selected.includes(row) ? selected : [row];
}
