export * from './inkOf';
export * from './buildReader';
export * from './ctcLikelihood';
export * from './beamSearch';
export { readCaptchas, type Reading, type ReadCaptchasOptions } from './readCaptchas';
export * from './readerSet';
export * from './drawReaderSet';
export * from './trainReader';
export type { ReaderSource } from './readerBatches';
