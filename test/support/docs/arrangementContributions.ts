import { arrangements } from '../../../src/extension/contributions';

type View = keyof typeof arrangements;

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
  };
}

/** The menu of each view, and the context key that says what is in force of each part. */
const menus: Readonly<Record<View, { readonly menu: string; readonly keys: Readonly<Record<string, string>> }>> = {
  articles: { menu: 'marginalia.arrange', keys: { grouping: 'grouping', order: 'order' } },
  problems: { menu: 'marginalia.arrangeProblems', keys: { grouping: 'problemsGrouping' } },
  annotations: { menu: 'marginalia.arrangeAnnotations', keys: { grouping: 'annotationsGrouping' } },
};

const groups: Readonly<Record<string, string>> = { grouping: '1_group', order: '2_sort' };

/** package.json with the commands and menu entries of all arrangements. */
export function withArrangements<M extends Manifest>(manifest: M): M {
  const { commands, menus: own } = manifest.contributes;
  let [allCommands, allMenus]: [readonly object[], Record<string, readonly MenuEntry[]>] = [commands, { ...own }];
  for (const view of Object.keys(menus) as View[]) {
    const { menu, keys } = menus[view];
    const counts = new Map<string, number>();
    const made = Object.entries(arrangements[view]).flatMap(([id, choice]) => {
      const [[part = '', value = ''] = []] = Object.entries<string>(choice);
      const place = (counts.get(part) ?? 0) + 1;
      counts.set(part, place);
      return [id, `${id}.active`].map((name) => ({
        name,
        command: `marginalia.${name}`,
        when: `marginalia.${keys[part]} ${name === id ? '!=' : '=='} ${value}`,
        group: `${groups[part]}@${place}`,
      }));
    });
    const active = made.filter(({ name }) => name.endsWith('.active'));
    allCommands = replaced(
      allCommands as readonly MenuEntry[],
      made.map(({ name, command }) => ({ command, title: `%command.${name}%`, category: `%category.${view}%` })),
    );
    allMenus = {
      ...allMenus,
      [menu]: replaced(
        allMenus[menu] ?? [],
        made.map(({ command, when, group }) => ({ command, when, group })),
      ),
      commandPalette: replaced(
        allMenus.commandPalette ?? [],
        active.map(({ command }) => ({ command, when: 'false' })),
      ),
    };
  }
  return { ...manifest, contributes: { ...manifest.contributes, commands: allCommands, menus: allMenus } };
}

/** The texts of package.json with those of what is in force. */
export function withTicks(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const ids = new Set(Object.values(arrangements).flatMap((choices) => Object.keys(choices)));
  const isMade = (key: string): boolean => key.endsWith('.active') && ids.has(key.replace(/^command\.|\.active$/g, ''));
  const entries = Object.entries(texts).filter(([key]) => !isMade(key));
  return Object.fromEntries(
    entries.flatMap(([key, text]) =>
      ids.has(key.replace(/^command\./, ''))
        ? [
            [key, text],
            [`${key}.active`, `${text}  ✓`],
          ]
        : [[key, text]],
    ),
  );
}

/** The list with these entries, all in the place of the first that was there. */
function replaced<Entry extends { readonly command: string }>(
  entries: readonly Entry[],
  made: readonly Entry[],
): readonly Entry[] {
  const commands = new Set(made.map(({ command }) => command));
  const isMade = ({ command }: Entry): boolean => commands.has(command);
  const at = entries.findIndex(isMade);
  const others = entries.filter((entry) => !isMade(entry));
  const place = at === -1 ? others.length : at;
  return [...others.slice(0, place), ...made, ...others.slice(place)];
}
