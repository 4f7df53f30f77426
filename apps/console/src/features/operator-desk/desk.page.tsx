import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useFormat } from '../../ui/use-format.js';
import { WindowsSection } from './windows-section.js';

/** How and when people reach the provider. @clause W23.1 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['desk'],
    queryFn: () => read(api.GET('/api/v1/contact')),
  });
  return (
    <Page title={t('desk')} lead={t('deskLead')} width={960}>
      <QueryView query={query}>
        {({ windows, isOpen, opensAt }) => (
          <>
            <Text fw={600}>
              {t(isOpen ? 'isOpen' : 'isClosed')}{' '}
              {!isOpen && opensAt !== null && t('opensAt', { at: format.instant(opensAt) })}
            </Text>
            <WindowsSection windows={windows} />
            <Anchor component={Link} to="/operator/holidays">
              {t('closingDays')}
            </Anchor>
          </>
        )}
      </QueryView>
    </Page>
  );
};
