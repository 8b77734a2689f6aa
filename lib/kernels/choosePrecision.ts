import { readFileSync } from 'node:fs';
import { nativeBackend, type NativeBackend, tf } from '../tensorflow';
import { createKernels } from './createKernels';
import { graphEmitter } from './graphEmitter';
import { openGraph } from './openGraph';
import type { Precision, PrecisionChoice } from './precision';

/** Instructions for products of bfloat16, as Linux names them. */
const INSTRUCTIONS = ['avx512_bf16', 'amx_bf16', 'bf16'];

/** Side of the matrices that the probe multiplies, and how often. */
const SIDE = 1024;
const REPEATS = 3;

/** What `choosePrecision` asks; replaced in tests. */
export interface PrecisionProbe {
  /** Whether the processor has instructions for bfloat16. */
  readonly hasInstructions?: () => boolean;
  /** Milliseconds that the same product takes. */
  readonly milliseconds?: (precision: Precision) => number;
}

let found: Precision | undefined;

/** The precision that a choice comes to. 'auto' is 'bfloat16' where the processor has native instructions for it (a processor without emulates
 *  them, many times slower) and a product of two 1024 x 1024 matrices is faster so; found once a process. On other backends than
 *  tfjs-node's it is 'float32'. Throws RangeError for any other choice. */
export function choosePrecision(choice: PrecisionChoice, probe: PrecisionProbe = {}): Precision {
  if (choice === 'float32' || choice === 'bfloat16') return choice;
  if ((choice as unknown) !== 'auto') {
    throw new RangeError(`precision must be 'float32', 'bfloat16' or 'auto', got ${JSON.stringify(choice)}.`);
  }
  const isReal = probe.hasInstructions === undefined && probe.milliseconds === undefined;
  if (isReal && found !== undefined) return found;
  const native = nativeBackend();
  const { hasInstructions = processorHasBfloat16, milliseconds = native && productTime(native) } = probe;
  const faster =
    milliseconds !== undefined && hasInstructions() && milliseconds('bfloat16') < milliseconds('float32');
  const precision = faster ? 'bfloat16' : 'float32';
  if (isReal) found = precision;
  return precision;
}

/** Whether the processor has instructions for bfloat16, where the system says so (Linux); false elsewhere. */
export function processorHasBfloat16(): boolean {
  try {
    const line = /^(?:flags|Features)\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? '';
    const flags = line.split(' ');
    return INSTRUCTIONS.some((name) => flags.includes(name));
  } catch {
    return false;
  }
}

/** The shortest of some products, the first left out: it plans and allots memory. */
function productTime(native: NativeBackend): (precision: Precision) => number {
  return (precision) => {
    const graph = graphEmitter();
    const kernels = createKernels(graph, precision);
    const input = graph.input([SIDE, SIDE], 'float32');
    const matrix = kernels.fromFloat32(input);
    // Of the product one row is fetched.
    const row = kernels.toFloat32(kernels.slice(kernels.matMul(matrix, matrix), [0, 0], [1, SIDE]));
    const session = openGraph(native, graph);
    try {
      return tf.tidy(() => {
        const values = tf.ones([SIDE, SIDE]);
        const times = Array.from({ length: REPEATS + 1 }, () => {
          const begun = performance.now();
          tf.dispose(session.run(new Map([[input, values]]), [row]));
          return performance.now() - begun;
        });
        return Math.min(...times.slice(1));
      });
    } finally {
      session.dispose();
    }
  };
}
