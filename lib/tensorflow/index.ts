import { registerReluGradient } from './reluGradient';

export * from './tf';
export * from './nativeBackend';
export * from './statelessUniform';
export * from './reluGradient';

registerReluGradient();
