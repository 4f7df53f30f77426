import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.js';
import { changeLanguage } from '../../i18n/texts.js';

export const LanguageSwitch = ({ compact = false }: { compact?: boolean }): ReactNode => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <SegmentedControl
      fullWidth={!compact}
      size="xs"
      aria-label={t('language')}
      value={language}
      onChange={(chosen) => void changeLanguage(chosen === 'en' ? 'en' : 'ja')}
      data={[
        { value: 'ja', label: '日本語' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
};
