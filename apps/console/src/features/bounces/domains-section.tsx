import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** Domains of ten people or more; the others stand together, so that no line points at a person. @clause W17.4 */
export const DomainsSection = ({
  domains,
  failed: all,
}: {
  domains: readonly Schema<'DomainFigureView'>[];
  failed: number;
}): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  return (
    <Section title={t('byDomain')} text={t('byDomainText')}>
      <DataTable
        label={t('byDomain')}
        empty={t('none')}
        rows={domains}
        keyOf={({ domain }) => domain ?? ''}
        minWidth={260}
        columns={[
          {
            head: t('domain'),
            cell: ({ domain }) => <span className="any-break">{domain ?? t('otherDomains')}</span>,
          },
          {
            head: t('failed'),
            figure: true,
            cell: ({ failed }) => `${format.count(failed)} (${format.share(failed, all)})`,
          },
        ]}
      />
    </Section>
  );
};
