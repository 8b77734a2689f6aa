export * from './tf';
export * from './nativeBackend';
export * from './statelessUniform';
