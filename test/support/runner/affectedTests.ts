/** What the bundler knows of the project: see esbuild.mjs. Paths are from the root of the project. */
export interface ImportGraph {
  /** What each file imports, types apart. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** The files that the bundles of the extension start with. */
  readonly product: readonly string[];
}

/**
 * The test files that can tell a difference after these files have changed. A test depends on what it imports, and on the
 * bundles that are loaded while it runs.
 */
export function affectedTests(graph: ImportGraph, changed: readonly string[]): readonly string[] {
  const tests = Object.keys(graph.imports).filter((file) => testFile.test(file));
  if (changed.some((file) => !(file in graph.imports) && !documents.test(file))) return tests;
  const isChanged = new Set(changed);
  const known = new Map<string, ReadonlySet<string>>();
  const reached = (start: string): ReadonlySet<string> => {
    const there = known.get(start);
    if (there) return there;
    const found = new Set([start]);
    for (const file of found) {
      for (const imported of [...(graph.imports[file] ?? []), ...loadedBy(graph, file)]) found.add(imported);
    }
    known.set(start, found);
    return found;
  };
  const documentChanged = changed.some((file) => documents.test(file));
  return tests.filter(
    (test) => (documentChanged && /^test\/unit\//.test(test)) || [...reached(test)].some((file) => isChanged.has(file)),
  );
}

const testFile = /^test\/(unit|webview|host|ui)\/.*\.test\.ts$/;
/** Not bundled, and read by no test but those that hold documents against the code. */
const documents = /^[^/]*\.md$|^(\.ci|\.github|\.vscode|media\/screenshots)\/|^(LICENSE|\.gitignore)$/;

/** What runs beside a file without being imported by it: bundles that a VS Code loads, pages and processes. */
function loadedBy({ product }: ImportGraph, file: string): readonly string[] {
  const page = /^test\/webview\/(built(?=Preview)|sourceForm(?=Tab)|agreement(?=Tab))/.exec(file)?.[1];
  if (page !== undefined) return product.filter((entry) => entry.startsWith(`src/webview/${pages[page]}/`));
  if (/^test\/unit\/(node|cli)\//.test(file)) return [...product.filter(isProcess), 'test/support/annotationWriter.ts'];
  if (/^test\/host\/web\/.*\.test\.ts$/.test(file)) return product.filter((entry) => /browser|webview/.test(entry));
  if (/^test\/host\/.*\.test\.ts$/.test(file)) return product.filter((entry) => !/browser|webview/.test(entry));
  return /^test\/ui\/.*\.test\.ts$/.test(file) ? product : [];
}

const pages: Readonly<Record<string, string>> = {
  built: 'preview',
  sourceForm: 'sourceProfile',
  agreement: 'agreement',
};

function isProcess(entry: string): boolean {
  return /^src\/(node|cli)\//.test(entry);
}
