import { escapeHtml } from '../../../lib/notebook/escapeHtml';
import { focusableRegions } from './focusableRegions';

/** A link, with its text as HTML. */
export interface PageLink {
  readonly href: string;
  readonly text: string;
}

/** What a page of the site is made from. */
export interface PageParts {
  readonly title: string;
  /** Profile, data set and versions, in one line. */
  readonly run: string;
  readonly body: string;
  /** Its headings; undefined for the overview, which is also without links to neighbours. */
  readonly contents?: readonly PageLink[];
  readonly previous?: PageLink | undefined;
  readonly next?: PageLink | undefined;
  /** Whether the page has figures to draw. */
  readonly figures?: boolean;
  /** Files of the page's own: a style sheet after the site's, scripts after the site's in this order. */
  readonly style?: string;
  readonly scripts?: readonly string[];
}

/** A whole page. It refers to files of the site by relative paths only, so it works from a folder on disk. */
export function pageHtml(parts: PageParts): string {
  const { title, run, body, contents, previous, next, figures, style } = parts;
  const list = (contents ?? []).map(({ href, text }) => `<li><a href="${href}">${text}</a></li>`).join('');
  const step = (link: PageLink | undefined, rel: string, arrow: string): string =>
    link ? `<a rel="${rel}" href="${link.href}">${arrow.replace('…', link.text)}</a>` : '<span></span>';
  const steps = (label: string): string =>
    [
      `<nav class="steps" aria-label="${label}">`,
      step(previous, 'prev', '← …'),
      '<a href="index.html">Overview</a>',
      step(next, 'next', '… →'),
      '</nav>',
    ].join('');
  const scripts = [
    ...(figures ? ['assets/plotly.min.js'] : []),
    'assets/site.js',
    ...(parts.scripts ?? []),
  ].map((file) => `<script defer src="${file}"></script>`);
  const styles = ['assets/site.css', ...(style === undefined ? [] : [style])].map(
    (file) => `<link rel="stylesheet" href="${file}">`,
  );
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    '<link rel="icon" href="data:,">',
    ...styles,
    ...scripts,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the content</a>',
    `<header>${contents ? steps('Notebooks') : ''}<p class="run">${escapeHtml(run)}</p></header>`,
    list === ''
      ? ''
      : `<nav class="contents" aria-label="On this page"><details open><summary>On this page</summary><ul>${list}</ul></details></nav>`,
    `<main id="content" tabindex="-1">${focusableRegions(body)}</main>`,
    contents ? `<footer>${steps('Notebooks, below')}</footer>` : '',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
