import { formatCount, wilsonInterval } from '../metrics';
import type { LabelsFor } from './labelsFor';
import type { StrengthResult, StrengthRow } from './strengthResult';

/** A result as a table: headings, and a line for each reader. */
export function strengthTable({ rows }: Pick<StrengthResult, 'rows'>): {
  readonly head: readonly string[];
  readonly body: readonly (readonly string[])[];
} {
  return {
    head: [
      'Labels',
      'Minutes',
      'Characters right',
      'Texts right (95% interval)',
      'Answers when it may stay silent',
      'Answers right',
    ],
    body: rows.map((row) => [
      String(row.labels),
      `${(row.seconds / 60).toFixed(1)} (${(row.processorSeconds / 60).toFixed(1)} of processor)`,
      formatCount(row.characters.correct, row.characters.n),
      `${formatCount(row.texts.correct, row.texts.n)} (${intervalOf(row)})`,
      formatCount(row.answered.n, row.texts.n),
      row.answered.n === 0 ? '–' : formatCount(row.answered.correct, row.answered.n),
    ]),
  };
}

function intervalOf({ texts }: StrengthRow): string {
  const { low, high } = wilsonInterval(texts.correct, texts.n);
  return `${(100 * low).toFixed(1)}% to ${(100 * high).toFixed(1)}%`;
}

/** At how many labels a share of the texts is read, as a sentence each. */
export function describeLabelsFor(found: readonly LabelsFor[]): string[] {
  return found.map((one) => {
    const share = `${100 * one.share}% of the texts`;
    switch (one.kind) {
      case 'about':
        return `${share}: about ${one.labels} labels (between readers of ${one.between[0]} and ${one.between[1]}).`;
      case 'at most':
        return `${share}: at most ${one.labels} labels, the fewest that were tried.`;
      case 'more than':
        return `${share}: more than ${one.labels} labels, the most that were tried.`;
    }
  });
}

/** A work that people's share is taken from. */
export const SOURCES = [
  'Bursztein, Bethard, Fabry, Mitchell, Jurafsky: How Good Are Humans at Solving CAPTCHAs? A Large Scale Evaluation. IEEE Symposium on Security and Privacy 2010.',
  'Inaccessibility of CAPTCHA: Alternatives to Visual Turing Tests on the Web. W3C Group Draft Note, 16 December 2021.',
] as const;

/** What a result means for who runs the site, in sentences. */
export function strengthMeaning({ rows }: Pick<StrengthResult, 'rows'>): string[] {
  const best = rows.reduce<StrengthRow | undefined>(
    (most, row) => (most === undefined || row.texts.correct > most.texts.correct ? row : most),
    undefined,
  );
  if (best === undefined) return ['No reader was trained to its end: nothing can be said yet.'];
  const { high } = wilsonInterval(best.texts.correct, best.texts.n);
  const share = best.texts.correct / best.texts.n;
  const seconds = Math.max(1, Math.round(best.seconds));
  const most = `The best reader learnt from ${best.labels} labelled pictures in ${describeSeconds(seconds)} and reads ${formatCount(best.texts.correct, best.texts.n)} of the texts kept aside.`;
  return [
    most,
    share >= 0.01
      ? `A program may ask for another picture as often as it likes: at this share it needs ${tries(share)} on average for one right answer.`
      : `That is little. Of ${best.texts.n} texts it cannot tell 0 from ${(100 * high).toFixed(1)}%, and a program may try often.`,
    'People: of three who were shown the same text CAPTCHA all three gave the same answer in 71% of the cases (Bursztein et al. 2010, schemes of ' +
      'that time). That is how often they agreed, not how often one of them is right, so it cannot be set against the share above; your own ' +
      'visitors were not measured here.',
    'It is a lower bound: this reader knows nothing of how the pictures are drawn. Who has the generator can draw as many labelled pictures as ' +
      'they like, and labels can be bought.',
  ];
}

/** What to do instead, in sentences. */
export const INSTEAD = [
  'Do not let the picture decide alone. Limit how often an address, an account or a network may try, and count failures.',
  'Ask for the picture only where something else is suspicious already; it then delays few people.',
  'Prefer what costs a program more than it costs a person: confirmation by mail, proof of work, tokens that another service vouches for. ' +
    'The W3C note examines such ways, and how far each leaves people with disabilities in; a picture alone shuts out who cannot see it.',
  'Harder pictures buy time at most: whoever labels some of the new ones trains again, in the minutes above, and people tire of them first.',
] as const;

function tries(share: number): string {
  const count = 1 / share;
  return count < 1.05
    ? 'hardly more than one try'
    : `${count < 10 ? count.toFixed(1) : Math.round(count)} tries`;
}

function describeSeconds(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${(seconds / 60).toFixed(1)} minutes`;
}
