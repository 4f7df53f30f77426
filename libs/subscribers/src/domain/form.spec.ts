import { describe, expect, it } from '@jest/globals';
import type { FieldDefinition } from './form-field.js';
import { problemsOfFields, problemsOfPublishing } from './form.js';

const label = { ja: '名', en: 'n' };
const field = (name: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name,
  type: 'text',
  required: false,
  label,
  ...more,
});

describe('problemsOfFields', () => {
  it.each<[FieldDefinition[], [string, string][]]>([
    [[field('name'), field('a1_b')], []],
    [[field('Name')], [['fields[0].name', 'bad-name']]],
    [[field('{{x}}')], [['fields[0].name', 'bad-name']]],
    [[field('email')], [['fields[0].name', 'name-taken']]],
    [[field('a'), field('a')], [['fields[1].name', 'name-taken']]],
    [[field('a', { type: 'choice' })], [['fields[0].choices', 'bad-choices']]],
    [
      [
        field('a', {
          type: 'choice',
          choices: [
            { value: 'x', label },
            { value: 'x', label },
          ],
        }),
      ],
      [['fields[0].choices', 'bad-choices']],
    ],
    [[field('a', { type: 'choice', choices: [{ value: 'x', label }] })], []],
  ])('of %j', (fields, problems) => {
    expect(problemsOfFields(fields).map(({ field: at, code }) => [at, code])).toEqual(problems);
  });
});

describe('problemsOfPublishing', () => {
  const whole = { fields: [], intro: { ja: '', en: '' }, notice: label, consent: label };

  it.each([
    [whole, []],
    [{ ...whole, notice: { ja: ' \n', en: 'n' } }, ['notice.ja']],
    [{ ...whole, notice: { ja: '', en: '' } }, ['notice.ja', 'notice.en']],
    [{ ...whole, consent: { ja: '名', en: '' } }, ['consent.en']],
  ])('of %j', (content, fields) => {
    expect(problemsOfPublishing(content).map(({ field: at }) => at)).toEqual(fields);
  });
});
