import { useQuery } from '@tanstack/react-query';
import { IconFileCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { AcceptancesSection } from './acceptances-section.js';
import { DocumentSection } from './document-section.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('terms');
  const documents = useQuery({
    queryKey: ['terms'],
    queryFn: async () => (await read(api.GET('/api/v1/terms'))).items,
  });
  const acceptances = useQuery({
    queryKey: ['terms', 'acceptances'],
    queryFn: async () => (await read(api.GET('/api/v1/terms/acceptances'))).items,
  });
  return (
    <Page title={t('title')} lead={t('lead')} width={960}>
      <QueryView query={documents}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('none')} icon={<IconFileCheck size={28} />} />
          ) : (
            items.map((document) => (
              <DocumentSection
                key={document.slug}
                document={document}
                acceptances={acceptances.data ?? []}
              />
            ))
          )
        }
      </QueryView>
      <AcceptancesSection query={acceptances} />
    </Page>
  );
};
