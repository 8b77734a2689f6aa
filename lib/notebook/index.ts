export * from './createLiveFigure';
export * from './createProgressLine';
export * from './display';
export * from './imageGrid';
export * from './showFigure';
export * from './showImages';
export * from './showMarkdown';
export * from './showTable';
