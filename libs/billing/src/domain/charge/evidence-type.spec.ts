import { expect, it } from '@jest/globals';
import { evidenceType } from './evidence-type.js';

it.each([
  ['%PDF-1.7', 'application/pdf'],
  ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['\u0089PNG\r\n', 'image/png'],
  ['<html>', undefined],
  ['%PD', undefined],
  ['', undefined],
])('%j is %p', (text, type) => {
  expect(evidenceType(Buffer.from(text, 'latin1'))).toBe(type);
});
