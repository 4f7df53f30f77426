import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import type { MigrationList } from './list-status.js';

/** Rows that were refused: their number and why, and nothing of what stands in them. @clause W17.4 */
export const ProblemsSection = ({ problems, problemCount }: MigrationList): ReactNode => {
  const { t } = useTranslation('migration-lists');
  const format = useFormat();
  return (
    <Section title={t('problems')} text={problemCount > 0 && t('problemsText')}>
      <DataTable
        label={t('problems')}
        empty={t('noProblems')}
        minWidth={240}
        rows={problems}
        keyOf={({ rowNo }) => String(rowNo)}
        columns={[
          { head: t('row'), cell: ({ rowNo }) => format.count(rowNo) },
          { head: t('problem'), cell: ({ problem }) => t(`problemOf.${problem}`) },
        ]}
      />
      {problems.length < problemCount && (
        <Text size="sm" c="dimmed">
          {t('problemsCut', { count: problems.length })}
        </Text>
      )}
    </Section>
  );
};
