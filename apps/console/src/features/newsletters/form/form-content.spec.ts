import { expect, it } from '@jest/globals';
import { asType, firstContent, moved, newField } from './form-content.js';

it('begins with a form that may be published', () => {
  const { notice, consent, fields } = firstContent('さくら書店');
  expect([notice.ja.includes('さくら書店'), consent.ja === '', fields.length]).toEqual([
    true,
    false,
    1,
  ]);
});

it('gives each new field a name of its own', () => {
  const [first] = [newField([])];
  expect([first.name, newField([first]).name, newField([newField([first])]).name]).toEqual([
    'field_1',
    'field_2',
    'field_3',
  ]);
});

it('brings choices with the type that has them, and takes them away', () => {
  const choice = asType(newField([]), 'choice');
  expect([choice.choices?.length, 'choices' in asType(choice, 'date')]).toEqual([1, false]);
});

it('moves by one place', () => {
  expect([moved(['a', 'b', 'c'], 1, -1), moved(['a', 'b', 'c'], 0, 1)]).toEqual([
    ['b', 'a', 'c'],
    ['b', 'a', 'c'],
  ]);
});
