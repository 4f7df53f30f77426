import { Anchor, Badge, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useTextIn } from '../../i18n/language.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { EmptyState } from '../../ui/states.js';
import { NewDocument } from './new-document.js';
import { isPublic } from './version.js';

/** All terms and policies, with what is in work. @clause W3.3 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-terms');
  const textIn = useTextIn();
  const query = useQuery({
    queryKey: ['operator', 'terms'],
    queryFn: () => read(api.GET('/api/v1/operator/terms')),
  });
  const numbered = (number: number | null): string =>
    number === null ? '–' : t('number', { number });
  return (
    <Page title={t('title')} lead={t('lead')} width={960} actions={<NewDocument />}>
      <QueryView query={query}>
        {({ items }) => (
          <Paper>
            {items.length === 0 ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <DataTable
                label={t('title')}
                empty={t('none')}
                rows={items}
                keyOf={({ slug }) => slug}
                columns={[
                  {
                    head: t('document'),
                    cell: ({ slug, title }) => (
                      <Anchor component={Link} to={`/operator/terms/${slug}`}>
                        {textIn(title)}
                      </Anchor>
                    ),
                  },
                  { head: t('kindHead'), cell: ({ kind }) => t(`kind.${kind}`) },
                  { head: t('inForceHead'), cell: ({ inForce }) => numbered(inForce) },
                  { head: t('upcomingHead'), cell: ({ upcoming }) => numbered(upcoming) },
                  {
                    head: t('open'),
                    cell: ({ versions }) =>
                      versions
                        .filter((version) => !isPublic(version))
                        .map(({ number, state }) => (
                          <Badge key={number} color="yellow">
                            {t('number', { number })} · {t(`stateOf.${state}`)}
                          </Badge>
                        )),
                  },
                ]}
              />
            )}
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};
