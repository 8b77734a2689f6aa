import type { DisplaySink } from './display';
import { currentDisplay } from './display';

/** Shows `text` as Markdown: a sentence with numbers that were just computed. */
export function showMarkdown(
  text: string,
  { display = currentDisplay() }: { display?: DisplaySink } = {},
): void {
  display.show({ mime: 'text/markdown', content: text, text, last: true });
}
