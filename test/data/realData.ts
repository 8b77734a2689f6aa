import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { labelOfFile, type LabelRule } from 'captcha-lab/report';
import { sharedFolder } from '../sharedFolder';

const folder = path.join(sharedFolder(), 'data');

/** Path of a file or folder of the real data kept beside the project, and why a test that needs it skips. */
export function realData(name: string): { path: string; skip: string | false } {
  const wanted = path.join(folder, name);
  return { path: wanted, skip: existsSync(wanted) ? false : `needs the real data: no ${wanted}` };
}

/** The real CAPTCHAs' files and labels in the loader's order, without decoding the pictures. */
export function realLabels(rule: LabelRule = 'report'): { file: string; label: string }[] {
  const files = readdirSync(realData('captchas').path).sort();
  return files.map((file) => ({ file, label: labelOfFile(file, { rule }) }));
}
