import { registerBiasGradient } from './biasGradient';
import { registerReluGradient } from './reluGradient';

export * from './tf';
export * from './nativeBackend';
export * from './statelessUniform';
export * from './ctcLoss';
export { reluGradient } from './reluGradient';
export { biasGradient } from './biasGradient';

registerReluGradient();
registerBiasGradient();
