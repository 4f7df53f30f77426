import {
  Button,
  Checkbox,
  NativeSelect,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.js';
import type { Field, FormContent } from './form-content.js';

type Language = 'ja' | 'en';

const words = {
  ja: {
    email: 'メールアドレス',
    submit: '登録を申し込む',
    optional: '(任意)',
    choose: '選んでください',
  },
  en: {
    email: 'E-mail address',
    submit: 'Sign up',
    optional: '(optional)',
    choose: 'Please choose',
  },
} as const;

/** The form as readers see it, in either language; nothing typed here goes anywhere. */
export const FormPreview = ({
  title,
  content,
}: {
  title: string;
  content: FormContent;
}): ReactNode => {
  const { t } = useTranslation('newsletters');
  const [language, setLanguage] = useState<Language>('ja');
  const word = words[language];
  return (
    <Section
      title={t('form.preview')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('form.previewLanguage')}
          value={language}
          onChange={(chosen) => {
            setLanguage(chosen === 'en' ? 'en' : 'ja');
          }}
          data={[
            { value: 'ja', label: '日本語' },
            { value: 'en', label: 'English' },
          ]}
        />
      }
    >
      <Paper p="lg" bg="var(--paper)" lang={language} inert>
        <Stack gap="sm">
          <Text fw={700} fz="xl">
            {title}
          </Text>
          {content.intro[language] && (
            <Text style={{ whiteSpace: 'pre-line' }}>{content.intro[language]}</Text>
          )}
          <TextInput label={word.email} readOnly />
          {content.fields.map((field, i) => (
            <Shown key={i} field={field} language={language} />
          ))}
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-line' }}>
            {content.notice[language]}
          </Text>
          <Checkbox label={content.consent[language]} readOnly />
          <Button tabIndex={-1}>{word.submit}</Button>
        </Stack>
      </Paper>
    </Section>
  );
};

const Shown = ({
  field: { type, label, required, choices = [] },
  language,
}: {
  field: Field;
  language: Language;
}): ReactNode => {
  const word = words[language];
  const text = `${label[language] || label.ja}${required ? '' : ` ${word.optional}`}`;
  if (type === 'choice')
    return (
      <NativeSelect
        label={text}
        data={[word.choose, ...choices.map((choice) => choice.label[language] || choice.label.ja)]}
      />
    );
  return <TextInput label={text} type={type} readOnly />;
};
