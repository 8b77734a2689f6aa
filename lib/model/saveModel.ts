import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { tf } from '../tensorflow';
import { MODEL_FILE, replaceFolder, WEIGHTS_FILE } from './modelFolder';

/** Saves a model in tfjs's own layout, `model.json` and `weights.bin`: `tf.loadLayersModel` reads it too.
 *  A model already in `folder` is replaced as a whole; when anything fails it stays.
 *  Throws RangeError when `folder` holds other files, the system's error when it cannot be written. */
export async function saveModel(model: tf.LayersModel, folder: string): Promise<void> {
  const artifacts = await artifactsOf(model);
  const { weightData = [], weightSpecs = [] } = artifacts;
  const weights = Buffer.concat([weightData].flat().map((part) => Buffer.from(part)));
  const json = {
    format: artifacts.format,
    generatedBy: artifacts.generatedBy,
    convertedBy: null,
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: weightSpecs }],
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

/** Writes a file and waits until it is on the disk, so that a renamed folder is never an empty one. */
async function writeThrough(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
