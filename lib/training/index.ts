export * from './trainingTypes';
export * from './train';
export * from './predictClasses';
export * from './formatProgress';
export * from './interruptible';
export * from './withoutGradient';
export { CLIPPED_LOSS } from './crossEntropy';
export { createOptimizer, type Optimizer } from './optimizer';
export { decodeSafetensors, encodeSafetensors, type NamedArrays } from './safetensors';
