export { REPORT } from './report';
