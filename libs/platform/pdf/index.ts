export { PdfDocument } from './pdf-document.js';
export type { TextRun, TextStyle } from './pdf-document.js';
export { drawTable } from './table.js';
export type { Column } from './table.js';
