import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic = require('write-file-atomic');
import { tf } from '../tensorflow';
import { decodeSafetensors, encodeSafetensors, type NamedArrays } from '../training';

/** How far a training is, beyond its variables. */
interface State {
  readonly steps: number;
  readonly seconds: number;
  readonly processorSeconds: number;
}

const FORMAT = 'captcha-lab recognizer checkpoint 1';

/** Writes a training in progress, under a temporary name first. @internal */
export async function writeRecognizerCheckpoint(
  file: string,
  run: string,
  { state, variables }: { readonly state: State; readonly variables: ReadonlyMap<string, tf.Variable> },
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const arrays = new Map(
    Array.from(variables, ([name, variable]) => [
      name,
      { shape: variable.shape, data: variable.dataSync<'float32'>() },
    ]),
  );
  const metadata = { format: FORMAT, run, state: JSON.stringify(state), sha256: digest(arrays) };
  await writeFileAtomic(file, encodeSafetensors({ arrays, metadata }));
}

/** Reads it back into `variables`; undefined when there is no such file. Throws RangeError, changing nothing, when the file is damaged
 *  or of another run. @internal */
export async function readRecognizerCheckpoint(
  file: string,
  run: string,
  variables: ReadonlyMap<string, tf.Variable>,
): Promise<State | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const refuse = (reason: string): never => {
    throw new RangeError(`Checkpoint ${file}: ${reason}. It was left as it is; remove it to train afresh.`);
  };
  let read: ReturnType<typeof decodeSafetensors>;
  try {
    read = decodeSafetensors(bytes);
  } catch (error) {
    return refuse((error as Error).message);
  }
  const { arrays, metadata } = read;
  if (metadata.format !== FORMAT) return refuse(`it is not a "${FORMAT}" file`);
  if (metadata.sha256 !== digest(arrays)) return refuse('its values are damaged');
  if (metadata.run !== run) return refuse(`it belongs to another run: ${metadata.run} instead of ${run}`);
  for (const [name, variable] of variables) {
    if (arrays.get(name)?.shape.join() !== variable.shape.join()) return refuse(`it has no fitting ${name}`);
  }
  for (const [name, variable] of variables) {
    tf.tidy(() => {
      variable.assign(tf.tensor(arrays.get(name)!.data, variable.shape));
    });
  }
  return JSON.parse(metadata.state) as State;
}

function digest(arrays: NamedArrays): string {
  const hash = createHash('sha256');
  for (const [name, { data }] of arrays) {
    hash.update(name).update(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  }
  return hash.digest('hex');
}
