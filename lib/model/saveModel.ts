import { join, resolve } from 'node:path';
import { writeThrough } from '../files';
import type { Scheme } from '../scheme';
import { tf } from '../tensorflow';
import { halfPrecision } from './halfPrecision';
import { MODEL_FILE, replaceFolder, WEIGHTS_FILE } from './modelFolder';

export interface SaveModelOptions {
  /** 'full' (default) keeps every bit; 'half' rounds weights to 16 bits, half the size, as tfjs's own quantisation. */
  readonly precision?: 'full' | 'half';
  /** What the model is and how it was made, kept in the file; JSON. `model.getUserDefinedMetadata()` gives it back. By
   *  default what the model was loaded with. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** The scheme of the pictures it learnt from, kept in the file beside `metadata`. `schemeOfModel` gives it back. */
  readonly scheme?: Scheme;
}

/** Saves a model in tfjs's own layout, `model.json` and `weights.bin`: `tf.loadLayersModel` reads it too.
 *  A model already in `folder` is replaced as a whole; when anything fails it stays.
 *  Throws RangeError when `folder` holds other files or a weight does not fit 'half', the system's error when it cannot be
 *  written. */
export async function saveModel(
  model: tf.LayersModel,
  folder: string,
  { precision = 'full', metadata, scheme }: SaveModelOptions = {},
): Promise<void> {
  const artifacts = await artifactsOf(model);
  const { weightData = [], weightSpecs = [] } = artifacts;
  const full = Buffer.concat([weightData].flat().map((part) => Buffer.from(part)));
  const half = precision === 'half';
  const given = metadata ?? artifacts.userDefinedMetadata;
  const kept = scheme === undefined ? given : { ...given, scheme };
  const weights = half ? halved(full) : full;
  const json = {
    format: artifacts.format,
    generatedBy: artifacts.generatedBy,
    convertedBy: null,
    modelTopology: artifacts.modelTopology,
    ...(kept && { userDefinedMetadata: kept }),
    weightsManifest: [
      {
        paths: [WEIGHTS_FILE],
        weights: weightSpecs.map((spec) => (half ? { ...spec, quantization: { dtype: 'float16' } } : spec)),
      },
    ],
  };
  await replaceFolder(resolve(folder), async (temporary) => {
    await writeThrough(join(temporary, WEIGHTS_FILE), weights);
    await writeThrough(join(temporary, MODEL_FILE), JSON.stringify(json));
  });
}

/** tfjs-node does not re-export the types of `tf.io`. */
type ModelArtifacts = Parameters<Parameters<typeof tf.io.withSaveHandler>[0]>[0];

async function artifactsOf(model: tf.LayersModel): Promise<ModelArtifacts> {
  let taken: ModelArtifacts = {};
  await model.save(
    tf.io.withSaveHandler((artifacts) => {
      taken = artifacts;
      return Promise.resolve({
        modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' as const },
      });
    }),
  );
  return taken;
}

/** float32 bytes as half-precision bytes; Node's machines are little-endian, as tfjs's files are. */
function halved(full: Buffer): Buffer {
  // A copy, because a buffer may begin at any byte and floats may not.
  return Buffer.from(halfPrecision(new Float32Array(new Uint8Array(full).buffer)).buffer);
}
