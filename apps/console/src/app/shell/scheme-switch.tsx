import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const schemes = ['auto', 'light', 'dark'] as const;

export const SchemeSwitch = (): ReactNode => {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      orientation="vertical"
      aria-label={t('scheme.label')}
      value={colorScheme}
      onChange={(chosen) => {
        setColorScheme(schemes.find((scheme) => scheme === chosen) ?? 'auto');
      }}
      data={schemes.map((value) => ({ value, label: t(`scheme.${value}`) }))}
    />
  );
};
