/** Which layers of `src` each layer may import, beside itself. */
const layers = {
  core: [],
  protocol: ['core'],
  webview: ['protocol'],
  node: ['core', 'protocol'],
  cli: ['core', 'node'],
  extension: ['core', 'protocol'],
};

/** The folders of one level from the bottom up: each may import those before it. */
const floors = {
  'src/core': [
    'text',
    'host',
    'tree',
    'query',
    'article',
    'images',
    'sources',
    'archive',
    'problems',
    'config',
    'preview',
    'annotations',
  ],
  'src/extension': ['ui', 'workspace', 'features'],
  'src/extension/workspace': ['archives', 'sources', 'problems', 'images', 'annotations', 'bulkEdits'],
};

const forbidden = [
  {
    name: 'no-circle',
    comment:
      'Files import each other in a circle, types included. Move what both need to a third file, or to a lower floor.',
    from: { path: '^(src|test)/' },
    to: { circular: true },
  },
  {
    name: 'no-circle-of-folders',
    comment: 'Folders import each other in a circle. Move what both need to a lower floor.',
    scope: 'folder',
    from: { path: '^src/' },
    to: { circular: true },
  },
  ...Object.entries(layers).map(([layer, others]) => ({
    name: `layer-${layer}`,
    comment: `${layer} imports ${['itself', ...others].join(', ')} and nothing else of src.`,
    from: { path: `^src/${layer}/`, pathNot: '^src/extension/extension\\.node\\.ts$' },
    to: { path: '^src/', pathNot: `^src/(${[layer, ...others].join('|')})/` },
  })),
  {
    name: 'node-entry',
    comment: 'Only the entry for Node imports node, beside what all of extension may.',
    from: { path: '^src/extension/extension\\.node\\.ts$' },
    to: { path: '^src/', pathNot: '^src/(extension|core|protocol|node)/' },
  },
  {
    name: 'vscode-only-in-extension',
    comment: 'Only extension imports vscode.',
    from: { path: '^src/', pathNot: '^src/extension/' },
    to: { path: '^vscode$|node_modules/@types/vscode/' },
  },
  {
    name: 'platform-neutral',
    comment: 'Runs in a browser too: no modules of Node.',
    from: { path: '^src/(core|protocol|webview|extension)/', pathNot: '^src/extension/extension\\.node\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-development-package',
    comment: 'What ships imports no package that is there for development only.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], pathNot: 'node_modules/@types/' },
  },
  ...Object.entries(floors).flatMap(([folder, names]) => [
    ...names.map((name, floor) => ({
      name: `floor-${name}`,
      comment: `${folder}/${name} imports only the floors below it: ${names.slice(0, floor).join(', ') || 'none'}.`,
      from: { path: `^${folder}/${name}/` },
      to: { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/(${names.slice(0, floor + 1).join('|')})/` },
    })),
    {
      name: 'floor-unknown',
      comment: `A folder of ${folder} that the floors in .dependency-cruiser.mjs do not name: say where it stands.`,
      from: { path: `^${folder}/[^/]+/`, pathNot: `^${folder}/(${names.join('|')})/` },
      to: {},
    },
  ]),
  {
    name: 'extension-root',
    comment:
      'At the root of extension are only its entries and what holds it together: a file is for ui, workspace or a feature.',
    from: {
      path: '^src/extension/[^/]+\\.ts$',
      pathNot: '^src/extension/(extension\\.(node|browser)|activate|services|platform|contributions)\\.ts$',
    },
    to: {},
  },
  {
    name: 'activate-knows-features',
    comment: 'Only activate.ts knows features.',
    from: { path: '^src/extension/[^/]+\\.ts$', pathNot: '^src/extension/activate\\.ts$' },
    to: { path: '^src/extension/features/' },
  },
  {
    name: 'ui-alone',
    comment: 'What is shown knows nothing of archives: it takes what it needs.',
    from: { path: '^src/extension/ui/' },
    to: { path: '^src/extension/(activate|services|platform)\\.ts$' },
  },
  {
    name: 'features-apart',
    comment: 'Features never import each other. Move what both need to the floors below them.',
    from: { path: '^src/extension/features/([^/]+)/' },
    to: { path: '^src/extension/features/', pathNot: '^src/extension/features/$1/' },
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    // TypeScript 7 has no API that the tool could read imports of types with.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
