import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { tf } from '../tensorflow';
import './dropout';
import { MODEL_FILE, recoverFolder } from './modelFolder';

/** tfjs-node does not re-export the types of `tf.io`. */
type ModelConfig = Parameters<typeof tf.models.modelFromJSON>[0];
type WeightSpec = Parameters<typeof tf.io.decodeWeights>[1][number];

type Manifest = readonly {
  readonly paths: readonly string[];
  readonly weights: WeightSpec[];
}[];

interface ModelJson {
  readonly modelTopology: object;
  readonly userDefinedMetadata?: Record<string, unknown>;
  readonly weightsManifest: Manifest;
}

/** Loads a model that `saveModel`, or tfjs itself, saved. Its dropout layers are the kit's own again, so training can
 *  go on. The caller disposes the model.
 *  Throws RangeError, naming the folder and what is wrong, when a file is missing, cut off or no model. */
export async function loadModel(folder: string): Promise<tf.LayersModel> {
  const path = resolve(folder);
  await recoverFolder(path);
  const { modelTopology, weightsManifest, userDefinedMetadata } = await readModelJson(path);
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  const files = weightsManifest.flatMap(({ paths }) => paths);
  const data = Buffer.concat(await Promise.all(files.map((file) => readPart(path, file))));
  const expected = weightSpecs.reduce((sum, spec) => sum + byteLength(spec, path), 0);
  if (data.length !== expected) {
    throw new RangeError(
      `loadModel: ${path}: ${files.join(', ')} must hold ${expected} bytes, but has ${data.length}; it is cut off or of another ` +
        'model. Save the model again.',
    );
  }
  const model = await build(modelTopology, path);
  // A copy, because a buffer of Node's may lie in the midst of a shared one.
  const weights = tf.io.decodeWeights(new Uint8Array(data).buffer, weightSpecs);
  try {
    model.loadWeights(weights);
    if (userDefinedMetadata !== undefined) model.setUserDefinedMetadata(userDefinedMetadata);
    return model;
  } catch (error) {
    model.dispose();
    throw noModel(path, error);
  } finally {
    tf.dispose(weights);
  }
}

/** Builds the layers. What tfjs made before it failed is disposed: it makes them all before it first waits. */
async function build(modelTopology: object, folder: string): Promise<tf.LayersModel> {
  const variables = tf.engine().registeredVariables;
  const before = new Set(Object.keys(variables));
  const building = tf.models.modelFromJSON({ modelTopology } as ModelConfig);
  const made = Object.keys(variables).filter((name) => !before.has(name));
  try {
    return await building;
  } catch (error) {
    for (const name of made) variables[name].dispose();
    throw noModel(folder, error);
  }
}

function noModel(folder: string, error: unknown): RangeError {
  return new RangeError(
    `loadModel: ${join(folder, MODEL_FILE)} does not describe a model: ${(error as Error).message}`,
  );
}

async function readPart(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    throw new RangeError(
      `loadModel: ${folder} must hold a saved model, but ${file} cannot be read: ${(error as Error).message}.`,
    );
  }
}

async function readModelJson(folder: string): Promise<ModelJson> {
  const text = (await readPart(folder, MODEL_FILE)).toString();
  let json: Partial<ModelJson> | null = null;
  try {
    json = JSON.parse(text) as Partial<ModelJson> | null;
  } catch {
    // Reported below, as any other content that is no model.
  }
  if (typeof json?.modelTopology !== 'object' || !Array.isArray(json.weightsManifest)) {
    throw new RangeError(
      `loadModel: ${join(folder, MODEL_FILE)} must be a tfjs layers model with its weights manifest; it is cut off or something else.`,
    );
  }
  return json as ModelJson;
}

function byteLength({ name, shape, dtype, quantization }: WeightSpec, folder: string): number {
  if (dtype !== 'float32') {
    throw new RangeError(`loadModel: ${folder}: weight ${name} must be float32, got ${dtype}.`);
  }
  if (quantization !== undefined && quantization.dtype !== 'float16') {
    throw new RangeError(
      `loadModel: ${folder}: weight ${name} must be stored whole or as float16, got ${quantization.dtype}.`,
    );
  }
  return (quantization ? 2 : 4) * tf.util.sizeFromShape(shape);
}
