import { Anchor, Badge, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import { useTextIn } from '../../i18n/language.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useFormat } from '../../ui/use-format.js';
import { isPublic } from './version.js';

/** One document with its versions. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-terms');
  const format = useFormat();
  const textIn = useTextIn();
  const { slug = '' } = useParams();
  const at = { params: { path: { slug } } };
  const query = useQuery({
    queryKey: ['operator', 'terms', slug],
    queryFn: () => read(api.GET('/api/v1/operator/terms/{slug}', at)),
  });
  return (
    <Page
      title={query.data ? textIn(query.data.title) : t('title')}
      width={960}
      above={
        <Anchor component={Link} to="/operator/terms" size="sm">
          {t('title')}
        </Anchor>
      }
      actions={
        query.data?.versions.every(isPublic) && (
          <ActionButton
            label={t('begin.verb')}
            text={t('begin.text')}
            size="sm"
            variant="filled"
            run={() => read(api.POST('/api/v1/operator/terms/{slug}/versions', at))}
          />
        )
      }
    >
      <QueryView query={query}>
        {({ versions }) => (
          <Paper>
            <DataTable
              label={t('versions')}
              empty={t('none')}
              rows={[...versions].sort((a, b) => b.number - a.number)}
              keyOf={({ number }) => String(number)}
              columns={[
                {
                  head: t('version'),
                  cell: ({ number }) => (
                    <Anchor component={Link} to={`/operator/terms/${slug}/${number}`}>
                      {t('number', { number })}
                    </Anchor>
                  ),
                },
                {
                  head: t('state'),
                  cell: ({ state }) => (
                    <Badge color={state === 'effective' ? 'green' : 'gray'}>
                      {t(`stateOf.${state}`)}
                    </Badge>
                  ),
                },
                { head: t('text.summary'), cell: ({ summary }) => summary },
                {
                  head: t('effectiveOn'),
                  cell: ({ effectiveOn }) => (effectiveOn ? format.day(effectiveOn) : '–'),
                },
                {
                  head: t('publishedAt'),
                  cell: ({ publishedAt }) => (publishedAt ? format.instant(publishedAt) : '–'),
                },
              ]}
            />
          </Paper>
        )}
      </QueryView>
    </Page>
  );
};
