import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Page } from '../ui/page.js';
import { ErrorState } from '../ui/states.js';

/** A page that could not be drawn or fetched, for instance because a new version was installed meanwhile. */
export const RouteFailure = (): ReactNode => {
  const { t } = useTranslation();
  const error = useRouteError();
  const reload = (): void => {
    window.location.reload();
  };
  return (
    <Page title={t('error.title')}>
      <ErrorState error={error} retry={reload} />
    </Page>
  );
};
