import { encodePng } from 'captcha-lab/image';
import { escapeHtml } from '../../lib/notebook/escapeHtml';
import type { WayStep } from './wayOfCaptcha';

const ROW = 74;
const PICTURE_LEFT = 52;
const WORDS_LEFT = 330;
const WIDTH = 760;
const GAP = 8;

/** The steps as a picture, one below the other: what there is, what was done, and the file that did it. */
export async function waySvg(steps: readonly WayStep[]): Promise<string> {
  const rows = await Promise.all(steps.map((step, index) => rowOf(step, index)));
  const height = steps.length * ROW + 16;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="14" fill="#1a1a1a">
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
<path d="M24 40V${height - 48}" stroke="#b8b8b8" stroke-width="2"/>
${rows.join('\n')}
</svg>
`;
}

async function rowOf({ file, says, shows }: WayStep, index: number): Promise<string> {
  const middle = index * ROW + ROW / 2 + 8;
  return [
    `<circle cx="24" cy="${middle}" r="14" fill="#1f4e79"/>`,
    `<text x="24" y="${middle + 5}" fill="#ffffff" text-anchor="middle">${index + 1}</text>`,
    typeof shows === 'string' ? wordsOf(shows, middle) : await picturesOf(shows, middle),
    `<text x="${WORDS_LEFT}" y="${middle - 5}">${escapeHtml(says)}</text>`,
    `<text x="${WORDS_LEFT}" y="${middle + 17}" font-family="ui-monospace, monospace" font-size="13" fill="#1f4e79">${file}</text>`,
  ].join('\n');
}

function wordsOf(words: string, middle: number): string {
  return `<text x="${PICTURE_LEFT}" y="${middle + 6}" font-weight="600" font-size="12">${escapeHtml(words)}</text>`;
}

async function picturesOf(pictures: Exclude<WayStep['shows'], string>, middle: number): Promise<string> {
  let x = PICTURE_LEFT;
  const drawn: string[] = [];
  for (const picture of pictures) {
    const { width, height } = picture;
    const png = (await encodePng(picture)).toString('base64');
    const place = `x="${x}" y="${middle - height / 2}" width="${width}" height="${height}"`;
    drawn.push(`<image ${place} href="data:image/png;base64,${png}"/>`);
    drawn.push(`<rect ${place} fill="none" stroke="#b8b8b8"/>`);
    x += width + GAP;
  }
  return drawn.join('\n');
}
