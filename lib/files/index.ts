export { describeSystemError } from './describeSystemError';
export { makeWorkFolder } from './makeWorkFolder';
export { putFolder } from './putFolder';
export { freeName, setAside } from './setAside';
export { writeFileWhole } from './writeFileWhole';
export { writeThrough } from './writeThrough';
