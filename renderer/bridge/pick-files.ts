/** Opens the browser's own file picker. `accept` lists extensions without the dot. */
export function pickFiles(
  document: Document,
  { accept, multiple }: { accept: string[]; multiple: boolean },
): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.accept = accept.map((extension) => `.${extension}`).join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
