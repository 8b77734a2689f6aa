import { LABEL_ERRORS } from '../report';
import type { ReaderResults } from './readerResults';

/** A reading that its file's name, or what the picture shows, contradicts. */
export interface ReaderError {
  /** The file's name. */
  readonly label: string;
  readonly read: string;
  /** What the picture shows: the name, unless LABEL_ERRORS corrects it. */
  readonly shows: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Whose error it is. */
  readonly verdict: 'the name is wrong' | 'misread';
  /** What name and reading leave unexplained of the picture (see `fitText`), where that is on record. */
  readonly misfitOfLabel?: number;
  readonly misfitOfRead?: number;
}

/** Every recorded reading of an arm that differs from its file's name or from what the picture shows, the surest first; none for
 *  an arm without readings on record. */
export function readerErrors(
  { calibrated, disagreements }: Pick<ReaderResults, 'calibrated' | 'disagreements'>,
  arm: ReaderResults['calibrated'][number]['arm'],
): ReaderError[] {
  const readings = calibrated.find((one) => one.arm === arm)?.readings ?? [];
  return readings
    .map(({ label, read, confidence }): ReaderError => {
      const shows = LABEL_ERRORS[label] ?? label;
      const verdict = read === shows ? 'the name is wrong' : 'misread';
      const weighed = disagreements.find((one) => one.label === label && one.read === read);
      return {
        label,
        read,
        shows,
        confidence,
        verdict,
        ...(weighed && { misfitOfLabel: weighed.misfitOfLabel, misfitOfRead: weighed.misfitOfRead }),
      };
    })
    .filter(({ label, read, shows }) => read !== label || read !== shows)
    .sort((one, other) => other.confidence - one.confidence);
}
