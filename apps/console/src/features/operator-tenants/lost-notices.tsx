import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

const channels = ['mail', 'letter', 'portal'] as const;

/** Notices that came back: told by another way, or left at that. @clause W22.1 */
export const LostNotices = ({
  notices,
}: {
  readonly notices: readonly Schema<'LostNoticeView'>[];
}): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const writes = useMay()('contracts.write');
  return (
    <Section title={t('lost')} text={t('lostText')}>
      <DataTable
        label={t('lost')}
        empty={t('nothingHere')}
        rows={notices}
        keyOf={({ id }) => id}
        columns={[
          { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
          { head: t('mailText'), cell: ({ subject }) => subject },
          { head: t('channelHead'), cell: ({ channel }) => t(`channel.${channel}`) },
          { head: t('bouncedAt'), cell: ({ bouncedAt }) => format.instant(bouncedAt) },
          {
            head: t('decision'),
            cell: ({ id: noticeId, tenantId }) => {
              const params = { path: { tenantId, noticeId } };
              return (
                writes && (
                  <Group gap="xs">
                    <ActionButton
                      label={t('again.verb')}
                      text={t('again.text')}
                      done={t('again.done')}
                      fields={[
                        {
                          name: 'channel',
                          label: t('again.channel'),
                          choices: channels.map((value) => ({
                            value,
                            label: t(`channel.${value}`),
                          })),
                        },
                      ]}
                      run={({ channel }) =>
                        read(
                          api.POST(
                            '/api/v1/operator/tenants/{tenantId}/lost-notices/{noticeId}/again',
                            {
                              params,
                              body: {
                                channel: channels.find((known) => known === channel) ?? 'mail',
                              },
                            },
                          ),
                        )
                      }
                    />
                    <ActionButton
                      label={t('letBe.verb')}
                      text={t('letBe.text')}
                      done={t('letBe.done')}
                      run={() =>
                        read(
                          api.POST(
                            '/api/v1/operator/tenants/{tenantId}/lost-notices/{noticeId}/let-be',
                            { params },
                          ),
                        )
                      }
                    />
                  </Group>
                )
              );
            },
          },
        ]}
      />
    </Section>
  );
};
