import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page.js';

export const NotFound = (): ReactNode => {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} lead={t('notFound.text')}>
      <Button component={Link} to="/" variant="light" style={{ alignSelf: 'start' }}>
        {t('notFound.home')}
      </Button>
    </Page>
  );
};
