import { Code, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What was done, `campaign.scheduled`, in words; and the code, by which the list can be searched. */
export const Deed = ({ action }: { action: string }): ReactNode => {
  const { t } = useTranslation('audit');
  const [thing = '', deed = ''] = action.split('.');
  return (
    <Stack gap={2} align="flex-start">
      <span>
        {t(`thing.${thing}`, { defaultValue: thing })} – {t(`deed.${deed}`, { defaultValue: deed })}
      </span>
      <Code>{action}</Code>
    </Stack>
  );
};

/** What is known of it besides, `role: owner`. */
export const DeedDetails = ({ details }: { details: object }): ReactNode => {
  const { t } = useTranslation('audit');
  const wordOf = (value: unknown): string => {
    const text = String(value);
    return /^[a-z]+$/.test(text) ? t(`value.${text}`, { defaultValue: text }) : text;
  };
  return (
    <span className="any-break">
      {Object.entries(details)
        .map(([name, value]) => `${t(`detail.${name}`, { defaultValue: name })}: ${wordOf(value)}`)
        .join(', ')}
    </span>
  );
};
