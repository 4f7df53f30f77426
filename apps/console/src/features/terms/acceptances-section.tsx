import { Code } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay, useSession } from '../../api/session.js';
import { useTextIn } from '../../i18n/language.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** Who accepted which version, and the hash of the text it was. */
export const AcceptancesSection = ({
  query,
}: {
  query: UseQueryResult<Schema<'AcceptanceView'>[]>;
}): ReactNode => {
  const { t } = useTranslation('terms');
  const format = useFormat();
  const textIn = useTextIn();
  const nameOf = useMemberNames();
  return (
    <Section title={t('history')}>
      <QueryView query={query}>
        {(items) => (
          <DataTable
            label={t('history')}
            empty={t('noHistory')}
            rows={[...items].reverse()}
            keyOf={({ slug, number, memberId, how, at }) =>
              [slug, number, memberId, how, at].join(' ')
            }
            columns={[
              { head: t('at'), cell: ({ at }) => format.instant(at) },
              { head: t('document'), cell: ({ title }) => textIn(title) },
              { head: t('version'), figure: true, cell: ({ number }) => number },
              { head: t('how'), cell: ({ how }) => t(`howOf.${how}`) },
              { head: t('who'), cell: ({ memberId }) => nameOf(memberId) },
              { head: t('hash'), cell: ({ hash }) => <Code>{hash.slice(0, 12)}</Code> },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};

const useMemberNames = (): ((memberId: string) => string) => {
  const { t } = useTranslation('terms');
  const may = useMay();
  const { id: own, name: ownName } = useSession();
  const { data } = useQuery({
    queryKey: ['members'],
    queryFn: () => read(api.GET('/api/v1/members')),
    enabled: may('members.read'),
  });
  return (memberId) =>
    memberId === own
      ? ownName
      : (data?.items.find(({ id }) => id === memberId)?.name ?? t('unknownMember'));
};
