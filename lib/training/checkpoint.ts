import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeFileWhole } from '../files';
import type { tf } from '../tensorflow';
import { FIRST_WATCH, type Watch } from './deadNetwork';
import { configDifference, type RunConfig } from './runConfig';
import { decodeSafetensors, encodeSafetensors, type NamedArrays } from './safetensors';
import type { EpochSums } from './progressMeter';
import type { Diagnosis, EpochEntry } from './trainingTypes';

/** What a run is after an epoch, beyond the values of its variables. */
export interface RunState {
  history: EpochEntry[];
  /** Optimiser steps made; decides dropout's masks and Adam's bias corrections. */
  steps: number;
  /** State of the generator that shuffles; within an epoch that before its shuffle. */
  random: readonly number[];
  /** How far an unfinished epoch is; undefined between epochs. */
  within: PartOfEpoch | undefined;
  watch: Watch;
  diagnosis: Diagnosis | undefined;
}

/** What an epoch has come to so far. */
export interface PartOfEpoch extends EpochSums {
  /** Spent on it. */
  readonly seconds: number;
}

const FORMAT = 'captcha-lab checkpoint 1';

const COLUMNS = [
  'epoch',
  'loss',
  'accuracy',
  'valLoss',
  'valAccuracy',
  'examplesPerSecond',
  'seconds',
] as const satisfies readonly (keyof EpochEntry)[];

/** With a test source. */
const TEST_COLUMNS = ['testLoss', 'testAccuracy'] as const satisfies readonly (keyof EpochEntry)[];

/** Writes a run to one safetensors file, under a temporary name first, so that `file` is always a whole checkpoint.
 *  variables: weights and optimiser slots by name. History is a float64 table, because JSON has no NaN. */
export async function writeCheckpoint(
  file: string,
  config: RunConfig,
  { history, within, ...state }: RunState,
  variables: ReadonlyMap<string, tf.Tensor>,
): Promise<void> {
  const arrays = new Map<string, { shape: number[]; data: Float32Array | Float64Array }>();
  const columns = 'test data' in config ? [...COLUMNS, ...TEST_COLUMNS] : COLUMNS;
  arrays.set('history', {
    shape: [history.length, columns.length],
    data: Float64Array.from(history.flatMap((entry) => columns.map((column) => entry[column] ?? NaN))),
  });
  if (within) {
    const { loss, correct, examples, seconds } = within;
    arrays.set('within', { shape: [4], data: Float64Array.of(loss, correct, examples, seconds) });
  }
  for (const [name, variable] of variables) {
    arrays.set(name, { shape: variable.shape, data: variable.dataSync<'float32'>() });
  }
  const metadata = {
    format: FORMAT,
    historyColumns: columns.join(' '),
    config: JSON.stringify(config),
    state: JSON.stringify(state),
    sha256: digest(arrays),
  };
  await writeFileWhole(file, encodeSafetensors({ arrays, metadata }));
}

/** Reads a run back, or gives undefined when there is no such file. `variables` receive their values only when all
 *  is right. Throws RangeError when the file is damaged, no checkpoint, or of another run; it is left as it is. */
export async function readCheckpoint(
  file: string,
  config: RunConfig,
  variables: ReadonlyMap<string, tf.Tensor>,
): Promise<{ state: RunState; values: ReadonlyMap<string, Float32Array> } | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const refuse = (reason: string): never => {
    throw new RangeError(
      `Checkpoint ${file}: ${reason}. It was left as it is; move it away or name another file to start afresh.`,
    );
  };
  let arrays: NamedArrays;
  let metadata: Readonly<Record<string, string>>;
  try {
    ({ arrays, metadata } = decodeSafetensors(bytes));
  } catch (error) {
    return refuse((error as Error).message);
  }
  if (metadata.format !== FORMAT) return refuse(`it is not a "${FORMAT}" file`);
  if (metadata.sha256 !== digest(arrays)) return refuse('its values are damaged');
  const difference = configDifference(JSON.parse(metadata.config) as RunConfig, config);
  if (difference !== undefined) return refuse(`it belongs to another run: ${difference}`);
  const values = new Map<string, Float32Array>();
  for (const [name, variable] of variables) {
    const array = arrays.get(name);
    if (!(array?.data instanceof Float32Array) || array.shape.join() !== variable.shape.join()) {
      return refuse(
        `it has ${array === undefined ? 'no' : `a ${array.shape.join(' x ')}`} "${name}", the model ${variable.shape.join(' x ')}`,
      );
    }
    values.set(name, array.data);
  }
  const state = JSON.parse(metadata.state) as Omit<RunState, 'history' | 'within'>;
  return {
    state: {
      ...state,
      within: withinOf(arrays),
      history: historyOf(arrays, metadata.historyColumns.split(' ')),
    },
    values,
  };
}

/** The configuration that a checkpoint says it belongs to; undefined when there is none, or none that can be read: `readCheckpoint` says
 *  why. */
export async function checkpointConfig(file: string): Promise<RunConfig | undefined> {
  try {
    return JSON.parse(decodeSafetensors(await readFile(file)).metadata.config) as RunConfig;
  } catch {
    return undefined;
  }
}

/** The state before the first epoch. */
export function firstState(random: readonly number[]): RunState {
  return { history: [], steps: 0, random, within: undefined, watch: FIRST_WATCH, diagnosis: undefined };
}

function historyOf(arrays: NamedArrays, columns: readonly string[]): EpochEntry[] {
  const { shape, data } = arrays.get('history')!;
  return Array.from({ length: shape[0] }, (_, row) => {
    const values = columns.map((column, index) => [column, data[row * columns.length + index]]);
    return Object.fromEntries(values) as EpochEntry;
  });
}

function withinOf(arrays: NamedArrays): PartOfEpoch | undefined {
  const values = arrays.get('within')?.data;
  if (!values) return undefined;
  const [loss, correct, examples, seconds] = values;
  return { loss, correct, examples, seconds };
}

function digest(arrays: NamedArrays): string {
  const hash = createHash('sha256');
  for (const { data } of arrays.values()) hash.update(data);
  return hash.digest('hex');
}
