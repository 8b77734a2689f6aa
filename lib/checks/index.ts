export { checkWhole } from './checkWhole';
