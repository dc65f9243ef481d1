/**
 * What the built-in functions go over, which no coverage sees: characters searched, elements moved. Functions that take
 * the same time whatever they are given are left out.
 */
let passedOver = 0;

export const builtInWork = (): number => passedOver;

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Cost = (self: { readonly length: number }, args: readonly unknown[], result: unknown) => number;

const whole: Cost = ({ length }) => length;
const sizeOfResult: Cost = (_, __, result) => (result as { readonly length: number }).length;
const upToTheHit: Cost = ({ length }, [, from], result) =>
  Math.max(0, (Number(result) >= 0 ? Number(result) : length) - Number(from ?? 0));
const upToWhereIn =
  (indexOf: Method): Cost =>
  (self, args) =>
    upToTheHit(self, args, Reflect.apply(indexOf, self, args));
const takenOff: Cost = (self, args, result) => self.length - sizeOfResult(self, args, result);
const backToTheHit: Cost = ({ length }, _, result) => length - Math.max(0, Number(result));
const behindTheStart: Cost = ({ length }, [start]) => Math.max(0, length - Number(start ?? 0));

const ofStrings: Readonly<Record<string, Cost>> = {
  includes: upToWhereIn(String.prototype.indexOf as Method),
  indexOf: upToTheHit,
  lastIndexOf: backToTheHit,
  normalize: whole,
  repeat: sizeOfResult,
  split: whole,
  toLowerCase: whole,
  toUpperCase: whole,
  trim: takenOff,
};

const ofArrays: Readonly<Record<string, Cost>> = {
  concat: sizeOfResult,
  fill: whole,
  flat: sizeOfResult,
  includes: upToWhereIn(Array.prototype.indexOf as Method),
  indexOf: upToTheHit,
  join: whole,
  lastIndexOf: backToTheHit,
  reverse: whole,
  shift: whole,
  slice: sizeOfResult,
  sort: whole,
  splice: behindTheStart,
  unshift: whole,
};

/** From here on the built-in functions of this thread count what they do. */
export function countBuiltInWork(): void {
  for (const [prototype, costs] of [
    [String.prototype, ofStrings],
    [Array.prototype, ofArrays],
  ] as const) {
    for (const [name, cost] of Object.entries(costs)) {
      wrap(
        prototype,
        name,
        (method) =>
          function counted(this: unknown, ...args) {
            const result = Reflect.apply(method, this, args);
            passedOver += cost(this as { readonly length: number }, args, result);
            return result;
          },
      );
    }
  }
  // All that strings do with regular expressions comes through here, once it is no longer the built-in one.
  wrap(
    RegExp.prototype,
    'exec',
    (method) =>
      function counted(this: unknown, ...args) {
        const expression = this as RegExp;
        const from = expression.global || expression.sticky ? expression.lastIndex : 0;
        const found = Reflect.apply(method, this, args) as RegExpExecArray | null;
        if (found !== null) passedOver += found.index + found[0].length - from;
        else if (!expression.sticky) passedOver += Math.max(0, String(args[0]).length - from);
        return found;
      },
  );
}

function wrap(prototype: object, name: string, counting: (method: Method) => Method): void {
  const method: unknown = Reflect.get(prototype, name);
  if (typeof method !== 'function') throw new Error(`There is no ${name} to count.`);
  Object.defineProperty(prototype, name, { value: counting(method as Method), configurable: true, writable: true });
}
