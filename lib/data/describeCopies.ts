import type { Captcha } from './captcha';
import { copiesAmong } from './copiesAmong';

/** Groups of equal pictures that a note names at most. */
const NAMED = 5;

/** A sentence on pictures that are the same under several names, and one on those of them whose labels differ; none where every
 *  picture is there once. */
export function describeCopies(captchas: readonly Captcha[]): string[] {
  const groups = new Map<number, Captcha[]>();
  copiesAmong(captchas).forEach((first, index) => {
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [captchas[index]]);
    else group.push(captchas[index]);
  });
  const several = [...groups.values()].filter((group) => group.length > 1);
  if (several.length === 0) return [];
  const extra = several.reduce((sum, group) => sum + group.length - 1, 0);
  const notes = [
    `${extra} of these ${extra === 1 ? 'is a copy' : 'are copies'} of another picture: ${name(several)}. Folds and splits by CAPTCHA ` +
      'keep copies together; remove them to count each picture once.',
  ];
  const contrary = several.filter((group) => group.some(({ label }) => label !== group[0].label));
  if (contrary.length > 0) {
    notes.push(`The same picture has different labels, of which at most one is right: ${name(contrary)}.`);
  }
  return notes;
}

function name(groups: readonly (readonly Captcha[])[]): string {
  const named = groups.slice(0, NAMED).map((group) => group.map(({ file }) => file).join(' = '));
  const more = groups.length > NAMED ? ` and ${groups.length - NAMED} more` : '';
  return `${named.join(', ')}${more}`;
}
