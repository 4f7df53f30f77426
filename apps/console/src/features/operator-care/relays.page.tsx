import { Badge, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** Where mails leave through and how fast, and how fast each recipient domain takes them. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const writes = useMay()('deliverability.write');
  const relays = useQuery({
    queryKey: ['operator', 'relays'],
    queryFn: () => read(api.GET('/api/v1/operator/relays')),
    refetchInterval: 10_000,
  });
  const domains = useQuery({
    queryKey: ['operator', 'domains'],
    queryFn: () => read(api.GET('/api/v1/operator/domains')),
    refetchInterval: 10_000,
  });
  const change = (relay: string, body: Schema<'ChangeRelayDto'>): Promise<unknown> =>
    read(api.PATCH('/api/v1/operator/relays/{relay}', { params: { path: { relay } }, body }));
  const breaker = {
    head: t('breakerHead'),
    cell: ({ breaker: { state, until, reason } }: { breaker: Schema<'BreakerView'> }) => (
      <>
        <Badge color={state === 'closed' ? 'green' : 'red'}>{t(`breaker.${state}`)}</Badge>{' '}
        {until && format.shortInstant(until)} {reason}
      </>
    ),
  };
  return (
    <Page title={t('relays')} lead={t('relaysLead')}>
      <Section title={t('relaysTitle')}>
        <QueryView query={relays}>
          {({ items }) => (
            <DataTable
              label={t('relaysTitle')}
              empty={t('noRelays')}
              rows={items}
              keyOf={({ name }) => name}
              columns={[
                { head: t('name'), cell: ({ name }) => name },
                {
                  head: t('use'),
                  cell: ({ enabled }) => (
                    <Badge color={enabled ? 'green' : 'gray'}>{t(enabled ? 'on' : 'off')}</Badge>
                  ),
                },
                breaker,
                { head: t('weight'), figure: true, cell: ({ weight }) => weight },
                {
                  head: t('perSecond'),
                  figure: true,
                  cell: ({ perSecond }) => perSecond ?? t('unlimited'),
                },
                {
                  head: t('doIt'),
                  cell: ({ name, enabled, weight, perSecond }) =>
                    writes && (
                      <Group gap="xs">
                        <ActionButton
                          label={t(enabled ? 'switchOff.verb' : 'switchOn.verb')}
                          text={t(enabled ? 'switchOff.text' : 'switchOn.text')}
                          dangerous={enabled}
                          run={() => change(name, { enabled: !enabled })}
                        />
                        <ActionButton
                          label={t('pace.verb')}
                          fields={[
                            {
                              name: 'weight',
                              label: t('weight'),
                              kind: 'number',
                              initial: String(weight),
                            },
                            {
                              name: 'perSecond',
                              label: t('perSecond'),
                              kind: 'number',
                              optional: true,
                              initial: perSecond === null ? '' : String(perSecond),
                            },
                          ]}
                          run={(asked) =>
                            change(name, {
                              weight: Number(asked.weight),
                              perSecond: asked.perSecond ? Number(asked.perSecond) : null,
                            })
                          }
                        />
                      </Group>
                    ),
                },
              ]}
            />
          )}
        </QueryView>
      </Section>
      <Section title={t('domains')}>
        <QueryView query={domains}>
          {({ items }) => (
            <DataTable
              label={t('domains')}
              empty={t('noDomains')}
              rows={items}
              keyOf={({ domain }) => domain}
              columns={[
                { head: t('name'), cell: ({ domain }) => domain },
                breaker,
                {
                  head: t('connections'),
                  figure: true,
                  cell: ({ connections }) => connections ?? t('unlimited'),
                },
                {
                  head: t('perSecond'),
                  figure: true,
                  cell: ({ perSecond }) => perSecond ?? t('unlimited'),
                },
                {
                  head: t('doIt'),
                  cell: ({ domain, connections, perSecond }) =>
                    writes && (
                      <ActionButton
                        label={t('pace.verb')}
                        fields={[
                          {
                            name: 'connections',
                            label: t('connections'),
                            kind: 'number',
                            optional: true,
                            initial: connections === null ? '' : String(connections),
                          },
                          {
                            name: 'perSecond',
                            label: t('perSecond'),
                            kind: 'number',
                            optional: true,
                            initial: perSecond === null ? '' : String(perSecond),
                          },
                        ]}
                        run={(asked) =>
                          read(
                            api.PUT('/api/v1/operator/domains/{domain}', {
                              params: { path: { domain } },
                              body: {
                                connections: asked.connections ? Number(asked.connections) : null,
                                perSecond: asked.perSecond ? Number(asked.perSecond) : null,
                              },
                            }),
                          )
                        }
                      />
                    ),
                },
              ]}
            />
          )}
        </QueryView>
      </Section>
    </Page>
  );
};
