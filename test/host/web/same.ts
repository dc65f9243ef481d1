/** There is no `node:assert` in a web worker: throws where two values differ as JSON. */
export function same(actual: unknown, expected: unknown, what = ''): void {
  const [is, wanted] = [actual, expected].map((value) => JSON.stringify(value, undefined, 1));
  if (is !== wanted) throw new Error(`${what}\nis       ${is}\nand not  ${wanted}`);
}
