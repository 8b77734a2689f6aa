import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { accuracyAgainstSize } from 'captcha-lab/plots';
import { wilsonInterval } from 'captcha-lab/metrics';
import { describeScheme } from 'captcha-lab/scheme';
import {
  describeLabelsFor,
  INSTEAD,
  SOURCES,
  strengthMeaning,
  strengthTable,
  type StrengthResult,
} from 'captcha-lab/strength';
import { escapeHtml } from '../../lib/notebook/escapeHtml';
import { figureHtml } from '../../lib/notebook/figureHtml';
import { plotlyScript } from '../../lib/notebook/plotlyScript';

const CSS = path.join(__dirname, '..', 'notebook', 'site', 'site.css');

/** A result as one page that needs no other file: the site's theme, a table, a figure, what it means. */
export async function strengthPage(result: StrengthResult): Promise<string> {
  const { scheme, rows, wanted } = result;
  const { head, body } = strengthTable(result);
  const title = `How strong is ${scheme.name}?`;
  const cells = (row: readonly string[]): string =>
    row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
  const list = (items: readonly string[]): string =>
    `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  const open = wanted.length - rows.length;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    '<link rel="icon" href="data:,">',
    `<style>${await readFile(CSS, 'utf8')}</style>`,
    rows.length > 0 ? plotlyScript() : '',
    '</head>',
    '<body>',
    `<main id="content"><h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(describeScheme(scheme))}. ${result.files} pictures, ${result.leftOut} of them left out, ` +
      `${result.identical} identical to another; ${result.aside} kept aside and read by readers that never saw them. Seed ${result.seed}. ` +
      `${result.from === undefined ? 'Each reader began from nothing' : `Each reader went on from ${escapeHtml(result.from)}`}, ` +
      'without any knowledge of how the pictures are drawn.</p>',
    open > 0 ? `<p>${open} of ${wanted.length} readers are still to be trained.</p>` : '',
    rows.length > 0 ? figureHtml(figureOf(result)) : '',
    `<div class="table" tabindex="0" role="region" aria-label="Readers by number of labels" style="overflow-x:auto"><table><thead><tr>`,
    head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join(''),
    `</tr></thead><tbody>${body.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table></div>`,
    '<p>Characters right are those of the true texts less what must be inserted, removed or replaced. May a reader stay silent, it answers where ' +
      'it is sure enough for at most 5 of 100 answers to be wrong on the other half of the texts.</p>',
    '<h2>Labels it takes</h2>',
    list(describeLabelsFor(result.labelsFor)),
    '<h2>What that means</h2>',
    strengthMeaning(result)
      .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
      .join(''),
    '<h2>What to do instead</h2>',
    list(INSTEAD),
    '<h2>Sources</h2>',
    list(SOURCES),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Texts and characters right against labels. */
function figureOf({ rows, scheme, aside }: StrengthResult): ReturnType<typeof accuracyAgainstSize> {
  const series = (
    name: string,
    of: 'texts' | 'characters',
  ): Parameters<typeof accuracyAgainstSize>[0][number] => ({
    name,
    points: rows.map((row) => {
      const { correct, n } = row[of];
      return { size: row.labels, value: correct / n, interval: wilsonInterval(correct, n) };
    }),
  });
  return accuracyAgainstSize([series('whole texts', 'texts'), series('characters', 'characters')], {
    name: 'strength',
    xTitle: 'labelled pictures (count)',
    measure: 'right',
    title: 'How much is read, by the labels learnt from',
    subtitle: `${scheme.name}, ${aside} pictures kept aside, with 95% intervals`,
  });
}
