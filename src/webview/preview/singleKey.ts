/** Whether a key stands for itself: nobody types a text with it, or wants something of VS Code. */
export function isSingleKey({ ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || isComposing) return false;
  return !(target instanceof Element) || target.closest('input, textarea, select') === null;
}

/** Dialogs have keys of their own. */
export function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}
