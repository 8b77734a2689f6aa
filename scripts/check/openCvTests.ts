import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The tests that compare with OpenCV, as paths, sorted: those that take their cases from `test/openCvCases.ts`. A new one is
 *  found by that, and needs no entry anywhere. */
export function openCvTests(root: string): string[] {
  const folder = path.join(root, 'test');
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name))
    .filter((file) =>
      /\bopenCvCases\b.*from '.*\/openCvCases'/.test(readFileSync(file, 'utf8').replaceAll('\n', ' ')),
    )
    .sort();
}
