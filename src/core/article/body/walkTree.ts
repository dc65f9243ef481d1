import type { Nodes } from 'mdast';

/**
 * Visits a tree in reading order, however deep it is. `enter` says whether to look into a node, or what to do after
 * having looked.
 */
export function walkTree(root: Nodes, enter: (node: Nodes) => 'into' | 'over' | (() => void)): void {
  const steps: (Nodes | (() => void))[] = [root];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (typeof step === 'function') {
      step();
      continue;
    }
    const next = enter(step);
    if (next === 'over') continue;
    if (next !== 'into') steps.push(next);
    if (!('children' in step)) continue;
    for (let index = step.children.length - 1; index >= 0; index--) {
      const child = step.children[index];
      if (child) steps.push(child);
    }
  }
}
