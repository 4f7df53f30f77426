export { openDataSource } from './data-source.js';
