import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { EndpointLine } from './endpoint-line.js';
import { MessagesSection } from './messages-section.js';
import { NewEndpoint } from './new-endpoint.js';
import { SecretAlert } from './secret-alert.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('settings-developers');
  const [secret, setSecret] = useState<string>();
  const query = useQuery({
    queryKey: ['webhooks'],
    queryFn: () => read(api.GET('/api/v1/webhooks')),
  });
  return (
    <Page title={t('hooks.title')} lead={t('hooks.lead')} width={860}>
      {secret && <SecretAlert secret={secret} />}
      <QueryView query={query}>
        {({ items }) => (
          <>
            <Section title={t('hooks.list')}>
              {items.length === 0 && <Text c="dimmed">{t('hooks.none')}</Text>}
              {items.map((endpoint) => (
                <EndpointLine key={endpoint.id} endpoint={endpoint} onSecret={setSecret} />
              ))}
            </Section>
            <NewEndpoint onSecret={setSecret} />
            {items.map(({ id, url }) => (
              <MessagesSection key={id} endpointId={id} url={url} />
            ))}
          </>
        )}
      </QueryView>
    </Page>
  );
};
