/** Says whether a value that came from elsewhere is what it has to be. */
export type Check<T> = (value: unknown) => value is T;

export const isText: Check<string> = (value): value is string => typeof value === 'string';
export const isFlag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

/** A place, count or version: never negative, never a fraction. */
export const isCount: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export function oneOf<const T extends string>(...values: readonly T[]): Check<T> {
  const known: ReadonlySet<unknown> = new Set(values);
  return (value): value is T => known.has(value);
}

export function listOf<T>(item: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((one) => item(one));
}

/** Every property of `T`; one that may be absent has a check made by `optional`. */
export type Shape<T> = { readonly [K in keyof T]-?: Check<Exclude<T[K], undefined>> };

const optionals = new WeakSet<Check<unknown>>();

export function optional<T>(check: Check<T>): Check<T> {
  const own: Check<T> = (value): value is T => check(value);
  optionals.add(own);
  return own;
}

/** An object that has these properties, each as it has to be, and no other. */
export function shaped<T extends object>(shape: Shape<T>): Check<T> {
  const checks = new Map(Object.entries<Check<unknown>>(shape));
  return (value): value is T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const own = new Map<string, unknown>(Object.entries(value));
    for (const key of own.keys()) if (!checks.has(key)) return false;
    for (const [key, check] of checks) {
      const found = own.get(key);
      if (found === undefined ? !optionals.has(check) : !check(found)) return false;
    }
    return true;
  };
}

/** One of several kinds of object, told apart by `kind`. */
export function kinds<T extends { readonly kind: string }>(
  shapes: {
    readonly [K in T['kind']]: Shape<Omit<Extract<T, { readonly kind: K }>, 'kind'>>;
  },
): Check<T> {
  const checks = new Map(
    Object.entries<object>(shapes).map(([kind, shape]) => [
      kind,
      shaped({ ...shape, kind: oneOf(kind) } as Shape<{ readonly kind: string }>),
    ]),
  );
  return (value): value is T => {
    const kind = (value as { readonly kind?: unknown } | null | undefined)?.kind;
    return typeof kind === 'string' && checks.get(kind)?.(value) === true;
  };
}
