import { readFile } from 'node:fs/promises';
import path from 'node:path';

interface ModelJson {
  readonly modelTopology: object;
  readonly userDefinedMetadata?: unknown;
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly WeightSpec[];
  }[];
}

/** What tfjs says of a weight. */
export interface WeightSpec {
  readonly quantization?: { readonly dtype: string };
}

/** A network as tfjs saves it, for a page to carry along. */
export interface SavedModel {
  /** The file that was read, for messages. */
  readonly file: string;
  readonly metadata: unknown;
  readonly topology: object;
  readonly weightSpecs: readonly WeightSpec[];
  /** Files of weights, in their order. */
  readonly weightFiles: readonly string[];
}

/** Reads `model.json` of a folder; the weights stay where they are. */
export async function readSavedModel(folder: string): Promise<SavedModel> {
  const file = path.join(folder, 'model.json');
  const { modelTopology, userDefinedMetadata, weightsManifest } = JSON.parse(
    await readFile(file, 'utf8'),
  ) as ModelJson;
  return {
    file,
    metadata: userDefinedMetadata,
    topology: modelTopology,
    weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
    weightFiles: weightsManifest.flatMap(({ paths }) => paths).map((name) => path.join(folder, name)),
  };
}
