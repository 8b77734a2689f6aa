import type { LayerSpec, NetworkSpec } from '../model';
import { CLASSES } from './alphabet';
import { CROP_HEIGHT, CROP_WIDTH } from './report';

/** What the report's networks read: a character's crop, of the alphabet's classes. */
const size: Pick<NetworkSpec, 'input' | 'classes'> = {
  input: { height: CROP_HEIGHT, width: CROP_WIDTH },
  classes: CLASSES,
};

const convolution = (filters: number): LayerSpec => ({ kind: 'convolution', filters, kernel: [3, 3] });
const fullyConnected = (units: number): LayerSpec => ({ kind: 'fullyConnected', units });
const dropout = (rate: number): LayerSpec => ({ kind: 'dropout', rate });
const pooling: LayerSpec = { kind: 'pooling', size: [2, 2] };
const output: LayerSpec = { kind: 'output' };

function withDropout(rate: number): LayerSpec[] {
  return [
    convolution(256),
    convolution(256),
    pooling,
    dropout(rate),
    convolution(512),
    convolution(512),
    pooling,
    dropout(rate),
    fullyConnected(512),
    fullyConnected(512),
    dropout(rate),
    fullyConnected(512),
    output,
  ];
}

/** The report's first network: no dropout; trained by Adam (Figure 4) and by SGD (Figure 5). */
export const TABLE_II: NetworkSpec = {
  name: 'Table II',
  purpose: 'first network',
  ...size,
  layers: withDropout(0).filter(({ kind }) => kind !== 'dropout'),
};

/** Dropout of 25 % (Figure 6). */
export const TABLE_III: NetworkSpec = {
  name: 'Table III',
  purpose: 'dropout 0.25',
  ...size,
  layers: withDropout(0.25),
};

/** Dropout of 50 % (Figure 7), also the network of Figures 10, 12 and 13; 8,338,195 parameters. */
export const TABLE_IV: NetworkSpec = {
  name: 'Table IV',
  purpose: 'dropout 0.50',
  ...size,
  layers: withDropout(0.5),
};

/** Smaller (Figure 8). */
export const TABLE_V: NetworkSpec = {
  name: 'Table V',
  purpose: 'smaller',
  ...size,
  layers: [
    convolution(256),
    pooling,
    dropout(0.5),
    convolution(512),
    pooling,
    dropout(0.5),
    fullyConnected(512),
    dropout(0.5),
    fullyConnected(512),
    output,
  ],
};

/** Bigger (Figure 9). */
export const TABLE_VI: NetworkSpec = {
  name: 'Table VI',
  purpose: 'bigger',
  ...size,
  layers: [
    convolution(256),
    convolution(256),
    convolution(256),
    pooling,
    dropout(0.5),
    convolution(512),
    convolution(512),
    convolution(512),
    pooling,
    dropout(0.5),
    fullyConnected(512),
    fullyConnected(512),
    dropout(0.5),
    fullyConnected(512),
    fullyConnected(512),
    output,
  ],
};

/** All networks of the report, in its order. */
export const NETWORKS: readonly NetworkSpec[] = [TABLE_II, TABLE_III, TABLE_IV, TABLE_V, TABLE_VI];
