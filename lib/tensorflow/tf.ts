import nodeUtil = require('node:util');

// tfjs-node calls two functions that Node 23 removed from node:util. They must be back before it loads.
const legacy = nodeUtil as unknown as Record<string, ((value: unknown) => boolean) | undefined>;
legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
legacy.isArray ??= Array.isArray;

// Silences the native library's start-up lines on stderr, which a notebook shows in red.
process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';

// TensorFlow's own pool of memory instead of the system's: the arrays of a training step come and go some hundred times a second, and
// the system hands out each large one as fresh pages, which costs more than filling it.
process.env.TF_CPU_ALLOCATOR_USE_BFC ??= 'true';

// Intel's kernels (oneDNN), which later versions of TensorFlow use on every x86 processor, and this one only on some: training at the report's
// widths takes a fifth to a quarter less time.
process.env.TF_ENABLE_ONEDNN_OPTS ??= '1';

import tf = require('@tensorflow/tfjs-node');

/** TensorFlow.js on the native backend. Everything in the kit, notebooks included, takes it from here. */
export { tf };
