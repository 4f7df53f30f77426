import { SimpleGrid, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../../api/client.js';

type Texts = Schema<'TextsDto'>;

interface TextsInputsProps {
  readonly label: string;
  readonly value: Texts;
  readonly onChange: (value: Texts) => void;
}

/** The same text in both languages, side by side. */
export const TextsInputs = ({ label, value, onChange }: TextsInputsProps): ReactNode => (
  <SimpleGrid cols={{ base: 1, sm: 2 }}>
    <Textarea
      label="日本語"
      aria-label={`${label} (日本語)`}
      lang="ja"
      autosize
      minRows={3}
      maxLength={4000}
      value={value.ja}
      onChange={({ currentTarget }) => {
        onChange({ ...value, ja: currentTarget.value });
      }}
    />
    <Textarea
      label="English"
      aria-label={`${label} (English)`}
      lang="en"
      autosize
      minRows={3}
      maxLength={4000}
      value={value.en}
      onChange={({ currentTarget }) => {
        onChange({ ...value, en: currentTarget.value });
      }}
    />
  </SimpleGrid>
);
