import { KNOBS, type Knob } from '../generator';
import type { ReaderResults } from './readerResults';

/** Settings of the generator that are measured: as it is, each knob, all of them. */
export const DEFENCE_SETTINGS: readonly (readonly Knob[])[] = [[], ...KNOBS.map((knob) => [knob]), KNOBS];

type Measured = Pick<ReaderResults['defence'][number], 'characters' | 'captchas'>;

/** What one setting of the generator's knobs does to the reader of generated pictures. */
export interface DefenceRow {
  /** In words: `the generator as it is`, a knob's name, or `all of them`. */
  readonly setting: string;
  readonly knobs: readonly Knob[];
  /** By the reader as it is; undefined where that is not on record. */
  readonly before?: Measured;
  /** After it learnt from pictures drawn that way; undefined where it need not learn or where that is not on record. */
  readonly after?: Measured;
}

/** The recorded measures of a defender's changes, a row for each setting on record: as it is, each knob, all of them. */
export function defenceRows({ defence }: Pick<ReaderResults, 'defence'>): DefenceRow[] {
  return DEFENCE_SETTINGS.flatMap((knobs) => {
    const same = defence.filter((one) => one.knobs.join() === knobs.join());
    if (same.length === 0) return [];
    const before = same.find(({ adapted }) => !adapted);
    const after = same.find(({ adapted }) => adapted);
    const setting =
      knobs.length === 0 ? 'the generator as it is' : knobs.length === 1 ? knobs[0] : 'all of them';
    return [{ setting, knobs, ...(before && { before }), ...(after && { after }) }];
  });
}
