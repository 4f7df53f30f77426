import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { CoursesSection } from './courses-section.js';
import { OffersSection } from './offers-section.js';
import { OptionsSection } from './options-section.js';

/** What can be applied for, and by which rules: courses, options, and offers for those who apply in their days. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const catalogue = useQuery({
    queryKey: ['operator', 'catalogue'],
    queryFn: () => read(api.GET('/api/v1/operator/catalogue')),
  });
  return (
    <Page title={t('catalogue.title')} lead={t('catalogue.lead')}>
      <QueryView query={catalogue}>
        {({ courses, options, offers }) => (
          <>
            <CoursesSection courses={courses} />
            <OptionsSection options={options} />
            <OffersSection offers={offers} />
          </>
        )}
      </QueryView>
    </Page>
  );
};
