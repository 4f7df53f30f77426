import { Flex, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../api/newsletters.js';
import { useTextIn } from '../../i18n/language.js';
import { asksForAddress, joined, needsValue, newQuestion, operatorsOf } from './condition.js';
import type { Question } from './condition.js';

interface QuestionRowProps {
  readonly question: Question;
  readonly fields: readonly FormField[];
  readonly onChange: (question: Question) => void;
}

/** Field, comparison, value. */
export const QuestionRow = ({ question, fields, onChange }: QuestionRowProps): ReactNode => {
  const { t } = useTranslation('ui');
  const textIn = useTextIn();
  const { subject, op, value } = question;
  const field = fields.find(({ name }) => name === subject);
  const subjects = [
    ...fields.map(({ name, label }) => ({ value: name, label: textIn(label) })),
    ...(field || subject === joined ? [] : [{ value: subject, label: subject }]),
    { value: joined, label: t('condition.joined') },
  ];
  return (
    <Flex gap="xs" wrap="wrap">
      <NativeSelect
        aria-label={t('condition.subject')}
        data={subjects}
        value={subject}
        onChange={({ currentTarget }) => {
          onChange(newQuestion(fields, currentTarget.value));
        }}
        style={{ flex: '1 1 9rem' }}
      />
      <NativeSelect
        aria-label={t('condition.comparison')}
        data={operatorsOf(subject, fields).map((name) => ({
          value: name,
          label: t(`condition.op.${name}`),
        }))}
        value={op}
        onChange={({ currentTarget }) => {
          onChange({ ...question, op: currentTarget.value });
        }}
        style={{ flex: '1 1 8rem' }}
      />
      {needsValue(op) && (
        <div style={{ flex: '1 1 9rem' }}>
          {field?.type === 'choice' ? (
            <NativeSelect
              aria-label={t('condition.value')}
              data={[
                { value: '', label: t('condition.choose') },
                ...(field.choices ?? []).map((choice) => ({
                  value: choice.value,
                  label: textIn(choice.label),
                })),
              ]}
              value={value}
              onChange={({ currentTarget }) => {
                onChange({ ...question, value: currentTarget.value });
              }}
            />
          ) : (
            <TextInput
              aria-label={t('condition.value')}
              type={inputType(question, field)}
              {...(op === 'within-days' && { min: 0, max: 36500 })}
              value={value}
              error={asksForAddress(value) && t('condition.noAddress')}
              onChange={({ currentTarget }) => {
                onChange({ ...question, value: currentTarget.value });
              }}
              rightSection={op === 'within-days' ? t('condition.days') : undefined}
              rightSectionWidth={56}
            />
          )}
        </div>
      )}
    </Flex>
  );
};

const inputType = ({ subject, op }: Question, field: FormField | undefined): string => {
  if (op === 'within-days' || field?.type === 'number') return 'number';
  return subject === joined || field?.type === 'date' ? 'date' : 'text';
};
