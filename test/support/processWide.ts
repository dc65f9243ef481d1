/** The value of a name in this process: each bundle of tests has the modules here for itself, and they must share some things. */
export function processWide<T>(name: string, make: () => T): T {
  const key = Symbol.for(`marginalia.tests.${name}`);
  const shared = globalThis as typeof globalThis & { [key: symbol]: T | undefined };
  const value = shared[key] ?? make();
  shared[key] = value;
  return value;
}
