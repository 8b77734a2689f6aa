export * from './columnProbabilities';
export * from './ctcLikelihood';
export * from './ctcOccupancy';
export * from './beamSearch';
