import type { BlockedKind, BlockedPart, RenderMessage } from '../../protocol/previewMessages';
import type { PreviewStrings } from '../../protocol/previewStrings';
import { counted, filled, make } from '../page/make';
import { icon } from './icon';
import { patchChildren } from './patch';

export interface BlockedActions {
  readonly reveal: (start: number, end: number) => void;
}

type BlockedString = `blocked${Capitalize<BlockedKind>}`;

const mostListed = 500;

/** How much was left out, with one click to see what. */
export class BlockedList {
  readonly root = make('div', { class: 'blocked' });
  #parts: readonly BlockedPart[] = [];

  constructor(actions: BlockedActions) {
    this.root.addEventListener('click', ({ target }) => {
      if (!(target instanceof Element)) return;
      const part = this.#parts[Number(target.closest('[data-part]')?.getAttribute('data-part') ?? -1)];
      if (part !== undefined) actions.reveal(part.start, part.end);
    });
  }

  show({ blocked, mayLoadRemote }: RenderMessage, strings: PreviewStrings): void {
    this.#parts = blocked.slice(0, mostListed);
    const next = document.createDocumentFragment();
    if (blocked.length > 0) next.append(this.#fold(blocked, strings));
    if (mayLoadRemote) {
      next.append(
        make('button', {
          class: 'button',
          text: strings.loadRemote,
          attributes: { type: 'button', 'data-load-remote': '' },
        }),
      );
    }
    patchChildren(this.root, next, () => undefined);
  }

  #fold(blocked: readonly BlockedPart[], strings: PreviewStrings): HTMLElement {
    const groups = new Map<BlockedKind, number>();
    for (const { kind } of blocked) groups.set(kind, (groups.get(kind) ?? 0) + 1);
    const items = [...groups].map(([kind, number]) =>
      make('li', {}, [counted(strings[nameOf(kind)], number), make('ul', {}, this.#items(kind))]),
    );
    const counts = [...groups].map(([kind, number]) => counted(strings[nameOf(kind)], number));
    return make('details', { class: 'fold' }, [
      make('summary', {}, [icon('shield'), filled(strings.blocked, counts.join(strings.comma))]),
      make('ul', {}, items),
    ]);
  }

  #items(kind: BlockedKind): readonly HTMLElement[] {
    return this.#parts.flatMap((part, index) =>
      part.kind !== kind
        ? []
        : [
            make('li', {}, [
              make('button', {
                class: 'link-button',
                text: part.detail,
                attributes: { type: 'button', 'data-part': String(index) },
              }),
            ]),
          ],
    );
  }
}

function nameOf(kind: BlockedKind): BlockedString {
  return `blocked${(kind.charAt(0).toUpperCase() + kind.slice(1)) as Capitalize<BlockedKind>}`;
}
