import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Masked } from '../../ui/masked.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { CampaignLink } from './campaign-link.js';

type Reason = Schema<'ReasonFigureView'>['reason'];

/** Each mail that did not arrive, masked. @param reasons those that there are to choose from */
export const MailsSection = ({ reasons }: { reasons: readonly Reason[] }): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  const [chosen, setChosen] = useState<Reason>();
  const query = usePages(['bounces', 'mails', chosen], (from) =>
    read(
      api.GET('/api/v1/bounces', {
        params: { query: { ...from, limit: 20, ...(chosen && { reason: chosen }) } },
      }),
    ),
  );
  return (
    <Section
      title={t('mails.title')}
      text={t('mails.text')}
      actions={
        <NativeSelect
          aria-label={t('reasonLabel')}
          value={chosen ?? ''}
          onChange={({ currentTarget: { value } }) => {
            setChosen(reasons.find((reason) => reason === value));
          }}
          data={[
            { value: '', label: t('mails.all') },
            ...[...new Set(reasons)].map((value) => ({ value, label: t(`reason.${value}`) })),
          ]}
        />
      }
    >
      <PagedView query={query}>
        {(items) => (
          <DataTable
            label={t('mails.title')}
            empty={t('none')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { head: t('mails.at'), cell: ({ at }) => format.shortInstant(at) },
              {
                head: t('mails.line'),
                cell: ({ maskedLine }) =>
                  maskedLine === null ? t('mails.erased') : <Masked address={maskedLine} />,
              },
              {
                head: t('reasonLabel'),
                cell: ({ reason, severity }) =>
                  `${t(`reason.${reason}`)} (${t(`severity.${severity}`)})`,
              },
              { head: t('campaign'), cell: ({ campaignId }) => <CampaignLink id={campaignId} /> },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};
