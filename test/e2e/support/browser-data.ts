import type { Page } from '@playwright/test';

/**
 * The text that the browser's database keeps as a draft now, of the first whose key begins so;
 * empty when there is none. A draft is kept a moment after the last key: a test that ends the page
 * has to know that it is there.
 */
export function keptDraft(page: Page, key: string): Promise<string> {
  return page.evaluate(
    (wanted) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('rostrum');
        opening.onerror = () => reject(new Error('the database cannot be opened'));
        opening.onsuccess = () => {
          const database = opening.result;
          const range = IDBKeyRange.bound(wanted, `${wanted}\uffff`);
          const reading = database
            .transaction('texts')
            .objectStore('texts')
            .getAll(range, 1) as IDBRequest<{ value: string }[]>;
          reading.onerror = () => reject(new Error('the drafts cannot be read'));
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result[0]?.value ?? '');
          };
        };
      }),
    key,
  );
}
