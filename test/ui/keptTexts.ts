import type { Workbench } from '../support/workbench';

/** What VS Code in the browser keeps for the next time and has this word in it. */
export function keptTexts({ page }: Workbench, word: string): Promise<readonly string[]> {
  return page.evaluate(async (wanted) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all: readonly unknown[] = await answer(database.transaction(store).objectStore(store).getAll());
        for (const value of all) if (String(value).includes(wanted)) found.push(String(value));
      }
      database.close();
    }
    return found;
  }, word);
}
