import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteFiles } from './notebookPage';

/** Where the page of a notebook lies in the site: `02-b.html`, and `exercises-02-b.html` for `exercises/02-b.ipynb`. */
export function pageOf(notebook: string): string {
  return `${notebook.replace(/\.ipynb$/, '').replaceAll('/', '-')}.html`;
}

/** Links and pictures of a notebook's HTML as they must read in the site: links to notebooks that have a page lead
 *  there, pictures beside the notebook are copied into `files`, other relative links lead back into the project.
 *  folder: the notebooks' folder; pages: files in it that have a page; from: the folder in it that the notebook lies in; back: from the pages' folder to the
 *  one that holds `folder`, '..' by default. */
export function linkPage(
  html: string,
  {
    folder,
    pages,
    files,
    back = '..',
    from = '',
  }: { folder: string; pages: readonly string[]; files: SiteFiles; back?: string; from?: string },
): string {
  return html.replace(
    /(<(a|img)\b[^>]*?\s(?:href|src)=")([^"#:][^":]*)(")/g,
    (whole, start, tag, link, end) => {
      const [target, fragment = ''] = (link as string).split(/(?=#)/);
      const place = path.posix.join(from, target);
      const known = pages.find((page) => page === place);
      if (known) return `${start as string}${pageOf(known)}${fragment}${end as string}`;
      if (files.has(target)) return whole;
      const file = path.join(folder, decodeURIComponent(place));
      if (tag === 'img' && existsSync(file)) {
        const copy = `assets/${path.posix.basename(target)}`;
        files.set(copy, readFileSync(file));
        return `${start as string}${copy}${end as string}`;
      }
      const there = path.posix.join(back, path.basename(folder), place);
      return `${start as string}${there}${fragment}${end as string}`;
    },
  );
}

/** Second-level headings of a page in order: their anchors and texts. */
export function contentsOf(html: string): { anchor: string; text: string }[] {
  const headings = html.matchAll(/<h2 id="([^"]*)">(.*?)<a class="anchor-link"[^>]*>.*?<\/a><\/h2>/g);
  return [...headings].map(([, anchor, text]) => ({ anchor, text }));
}
