import { Anchor, Badge, SimpleGrid, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Figure } from '../../ui/figure.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { PlacesTable } from './places-table.js';
import { useDelivery } from './reads.js';

export const DeliverySection = (): ReactNode => {
  const { t } = useTranslation('operator-overview');
  return (
    <Section title={t('delivery')} text={t('deliveryText')}>
      <QueryView query={useDelivery()}>{(delivery) => <Delivery delivery={delivery} />}</QueryView>
    </Section>
  );
};

const Delivery = ({ delivery }: { delivery: Schema<'DeliveryOverviewView'> }): ReactNode => {
  const { t } = useTranslation('operator-overview');
  const format = useFormat();
  const figures = ['waiting', 'later', 'inFlight', 'undecided'] as const;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }}>
        <Figure label={t('rate')} value={t('perMinute', { count: delivery.ratePerMinute })} />
        {figures.map((name) => (
          <Figure
            key={name}
            label={t(`figure.${name}`)}
            value={format.count(delivery[name])}
            note={t(`figureText.${name}`)}
          />
        ))}
      </SimpleGrid>
      <DataTable
        label={t('mailings')}
        empty={t('noMailings')}
        rows={delivery.mailings}
        keyOf={({ campaignId }) => campaignId}
        columns={[
          {
            head: t('tenant'),
            cell: ({ tenantId, tenantName }) => <TenantLink id={tenantId} name={tenantName} />,
          },
          {
            head: t('status'),
            cell: ({ status }) => (
              <Badge color={status === 'running' ? 'teal' : 'yellow'}>
                {t(`mailing.${status}`)}
              </Badge>
            ),
          },
          {
            head: t('mailingHead'),
            cell: ({ tenantId, campaignId }) => (
              <Anchor
                component={Link}
                to={`/operator/tenants/${tenantId}/campaigns/${campaignId}`}
                size="sm"
              >
                {t('mailingOpen')}
              </Anchor>
            ),
          },
          { head: t('since'), cell: ({ launchedAt }) => format.shortInstant(launchedAt) },
          {
            head: t('candidates'),
            figure: true,
            cell: ({ candidates }) => format.count(candidates),
          },
          {
            head: t('figure.waiting'),
            figure: true,
            cell: ({ waiting, later }) => format.count(waiting + later),
          },
        ]}
      />
      <Title order={3}>{t('relays')}</Title>
      <PlacesTable label={t('relays')} empty={t('noRelays')} places={delivery.relays} />
      <Title order={3}>{t('domains')}</Title>
      <PlacesTable
        label={t('domains')}
        empty={t('noDomains')}
        places={delivery.domains.map(({ domain, ...place }) => ({ ...place, name: domain }))}
      />
    </Stack>
  );
};
