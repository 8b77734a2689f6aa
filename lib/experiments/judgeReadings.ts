import { LABEL_ERRORS } from '../report';
import type { ReaderResults } from './readerResults';

type Readings = ReaderResults['calibrated'][number]['readings'];

/** How sure each reading is and whether it is right, as `calibrationBins` and `acceptedAtError` take them, in the readings' order.
 *  names: 'corrected' (by LABEL_ERRORS, by default) or 'as they are'. */
export function judgeReadings(
  readings: Readings,
  { names = 'corrected' }: { readonly names?: 'corrected' | 'as they are' } = {},
): { readonly confidences: number[]; readonly correct: boolean[] } {
  const truth = (label: string): string => (names === 'corrected' ? (LABEL_ERRORS[label] ?? label) : label);
  return {
    confidences: readings.map(({ confidence }) => confidence),
    correct: readings.map(({ label, read }) => read === truth(label)),
  };
}
