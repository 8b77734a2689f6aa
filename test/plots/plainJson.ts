import assert from 'node:assert/strict';
import type { Figure } from 'captcha-lab/plots';

/** A figure must come back from JSON as it was: no functions, typed arrays, NaN or undefined where plotly reads. */
export function assertPlainJson(figure: Figure): void {
  assert.deepEqual(JSON.parse(JSON.stringify(figure)), figure);
  assert.match(figure.name, /^[a-z0-9-]+$/);
  assert.ok(figure.description.length > 10, `description: ${figure.description}`);
}

/** Field `name` of trace `index`, as whatever the test takes it for. */
export function field(figure: Figure, index: number, name: string): unknown {
  return (figure.data[index] as unknown as Record<string, unknown>)[name];
}

/** What stands in the heading: title and the line under it. */
export function heading({ layout }: Figure): [string, string] {
  const title = layout.title as { text: string; subtitle: { text: string } };
  return [title.text, title.subtitle.text];
}
