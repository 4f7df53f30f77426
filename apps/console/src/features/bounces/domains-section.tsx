import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** Domains of ten people or more; the others stand together, so that no line points at a person. @clause W17.4 */
export const DomainsSection = ({
  domains,
  failed,
}: {
  domains: readonly Schema<'DomainFigureView'>[];
  failed: number;
}): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  return (
    <Section title={t('byDomain')} text={t('byDomainText')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('domain')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('failed')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {domains.map((found) => (
            <Table.Tr key={found.domain ?? ''}>
              <Table.Td className="any-break">{found.domain ?? t('otherDomains')}</Table.Td>
              <Table.Td ta="right" className="numbers">
                {format.count(found.failed)} ({format.share(found.failed, failed)})
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
};
