import { z } from 'zod';
import { formatCount, wilsonInterval } from '../metrics';
import { readRecorded } from './readRecorded';

const countSchema = z
  .strictObject({ correct: z.int().min(0), n: z.int().min(1) })
  .refine(({ correct, n }) => correct <= n, { error: 'correct must be at most n' });

/** What one reader came to on one set. */
const rowSchema = z.strictObject({
  /** The set that was read. */
  set: z.string().min(1),
  /** Program and version. */
  reader: z.string().min(1),
  /** Labelled pictures of the set that it learnt from; 0 for readers that others trained. */
  labels: z.int().min(0),
  /** Work of the processor on its training, in seconds on all cores together; 0 without. */
  processorSeconds: z.number().min(0),
  /** Whole texts right, upper and lower case the same. */
  texts: countSchema,
  /** The same with the names of LABEL_ERRORS corrected; null for sets without known errors. */
  corrected: countSchema.nullable(),
});

/** What is on record of other programs beside the kit's. */
export const peerResultsSchema = z.strictObject({
  /** Processor, and what else it was doing. */
  conditions: z.string(),
  rows: z.array(rowSchema),
});

export type PeerResults = z.infer<typeof peerResultsSchema>;

/** File of the recorded results, in the results' folder. */
export const PEER_RESULTS = 'peers.json';

/** Opens data/results/peers.json, or the same in another folder of results. Throws RangeError naming the file when it is damaged, the
 *  system's error when it is not there, and RangeError without `folder` outside of the project. */
export function openPeerResults(
  where: { readonly folder?: string; readonly from?: string } = {},
): Promise<PeerResults> {
  const which = {
    caller: 'openPeerResults',
    name: PEER_RESULTS,
    schema: peerResultsSchema,
    holds: 'counts of other programs',
    remedy: 'node --import tsx scripts/peers/comparePeers.ts',
  };
  return readRecorded(which, where);
}

/** The results as a table, its heading first: sets in their order, counts with Wilson's 95% interval. */
export function peerTable({ rows }: Pick<PeerResults, 'rows'>): string[][] {
  const counted = ({ correct, n }: { correct: number; n: number }): string => {
    const { low, high } = wilsonInterval(correct, n);
    return `${formatCount(correct, n)} (${(100 * low).toFixed(1)}% to ${(100 * high).toFixed(1)}%)`;
  };
  return [
    ['Set', 'Reader', 'Learnt from it', 'Texts right (95% interval)', 'Wrong names corrected'],
    ...rows.map(({ set, reader, labels, processorSeconds, texts, corrected }) => [
      set,
      reader,
      labels === 0
        ? 'nothing'
        : `${labels} labels, ${(processorSeconds / 60).toFixed(1)} minutes of processor`,
      counted(texts),
      corrected === null ? '–' : formatCount(corrected.correct, corrected.n),
    ]),
  ];
}
