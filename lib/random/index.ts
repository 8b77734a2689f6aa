export * from './random';
export * from './deriveSeed';
