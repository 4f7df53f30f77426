import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('home');
  return <Page title={t('title')}>{null}</Page>;
};
