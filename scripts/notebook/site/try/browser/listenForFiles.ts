import { element } from './element';

/** Calls `use` with each file that is chosen, or dropped anywhere on the page. */
export function listenForFiles(use: (file: File) => void): void {
  const input = element('file', HTMLInputElement);
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) use(file);
    // So that choosing the same file again is a change, too.
    input.value = '';
  });
  const panel = element('draw', HTMLElement);
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    panel.classList.toggle('over', is);
  };
  // Without this a browser leaves the page for a picture that misses its mark.
  document.addEventListener('dragover', over(true));
  document.addEventListener('dragleave', over(false));
  document.addEventListener('drop', (event) => {
    over(false)(event);
    const file = event.dataTransfer?.files[0];
    if (file) use(file);
  });
}
