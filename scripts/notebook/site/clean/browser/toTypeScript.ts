import type { Box } from '../../../../../lib/image/crop';
import type { Step } from './chain';

/** The chain as a program for the library: what stands on the page, for one's own pictures. */
export function toTypeScript(steps: readonly Step[], boxes: readonly Box[]): string {
  const used = new Set(['crop', 'readImage', ...steps.map(({ kind }) => kind)]);
  if (steps.some((step) => step.kind === 'threshold' && step.at === 'otsu')) used.add('otsu');
  const lines = steps.map((step, index) => {
    const before = index === 0 ? 'image' : `step${index}`;
    return `const step${index + 1} = ${call(step, before)};`;
  });
  const last = steps.length === 0 ? 'image' : `step${steps.length}`;
  return [
    `import { ${[...used].sort().join(', ')} } from 'captcha-lab/image';`,
    '',
    "const image = await readImage('captcha.png');",
    ...lines,
    'const boxes = [',
    ...boxes.map(({ x, y, width, height }) => `  { x: ${x}, y: ${y}, width: ${width}, height: ${height} },`),
    '];',
    `const characters = boxes.map((box) => crop(${last}, box));`,
    '',
  ].join('\n');
}

function call(step: Step, before: string): string {
  if (step.kind === 'threshold') {
    return `threshold(${before}, { at: ${step.at === 'otsu' ? `otsu(${before})` : step.at} })`;
  }
  const { kind, rows, columns, iterations } = step;
  return `${kind}(${before}, { kernel: { rows: ${rows}, columns: ${columns} }, iterations: ${iterations} })`;
}
