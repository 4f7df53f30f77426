import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { CampaignLink } from './campaign-link.js';

const shown = 20;

/** The campaigns of which most came back, with the shares by which the quality gate judges them. */
export const CampaignsSection = ({
  campaigns,
}: {
  campaigns: readonly Schema<'CampaignFigureView'>[];
}): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  const share = (part: number, sent: number): string =>
    sent === 0 ? format.count(part) : `${format.count(part)} (${format.share(part, sent)})`;
  return (
    <Section title={t('byCampaign')} text={t('byCampaignText')}>
      <DataTable
        label={t('byCampaign')}
        empty={t('none')}
        rows={campaigns.slice(0, shown)}
        keyOf={({ campaignId }) => campaignId}
        columns={[
          { head: t('campaign'), cell: ({ campaignId }) => <CampaignLink id={campaignId} /> },
          { head: t('sent'), figure: true, cell: ({ sent }) => format.count(sent) },
          { head: t('failed'), figure: true, cell: ({ failed, sent }) => share(failed, sent) },
          {
            head: t('complained'),
            figure: true,
            cell: ({ complained, sent }) => share(complained, sent),
          },
        ]}
      />
    </Section>
  );
};
