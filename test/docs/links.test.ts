import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const ROOT = path.join(__dirname, '..', '..');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'environment.md'],
  ...readdirSync(path.join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];

/** The anchor that code-hosting sites make of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

function anchorsIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading));
}

describe('links between the pages of documentation', () => {
  for (const page of pages) {
    it(`${page}: every file and heading it links to is there`, () => {
      const text = readFileSync(path.join(ROOT, page), 'utf8').replace(/```[^]*?```/g, '');
      const links = [...text.matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, link]) => link);
      const broken = links.filter((link) => {
        if (/^[a-z]+:/i.test(link)) return false;
        const [target, anchor] = link.split('#') as [string, string?];
        const file = target === '' ? path.join(ROOT, page) : path.resolve(ROOT, path.dirname(page), target);
        if (!existsSync(file)) return true;
        return anchor !== undefined && file.endsWith('.md') && !anchorsIn(file).includes(anchor);
      });
      assert.deepEqual(broken, []);
    });
  }
});
