import { Anchor, Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { DeskSection } from './desk-section.js';
import { stateOf } from './state-of.js';

/** What was asked of the provider, and how to reach it. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('support');
  const format = useFormat();
  const query = usePages(['inquiries', 'list'], (from) =>
    read(api.GET('/api/v1/inquiries', { params: { query: from } })),
  );
  return (
    <Page title={t('title')} lead={t('lead')} width={960} actions={<Ask />}>
      <DeskSection />
      <Section title={t('list')}>
        <PagedView query={query}>
          {(items) => (
            <DataTable
              label={t('list')}
              empty={t('none')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  head: t('subject'),
                  cell: ({ id, subject }) => (
                    <Anchor component={Link} to={`/support/${id}`}>
                      {subject || t('noSubject')}
                    </Anchor>
                  ),
                },
                { head: t('ask.box'), cell: ({ box }) => t(`boxOf.${box}`) },
                { head: t('arrived'), cell: ({ arrivedAt }) => format.shortInstant(arrivedAt) },
                {
                  head: t('state'),
                  cell: (inquiry) => (
                    <Badge color={stateOf(inquiry) === 'waiting' ? 'yellow' : 'green'}>
                      {t(`stateOf.${stateOf(inquiry)}`)}
                    </Badge>
                  ),
                },
              ]}
            />
          )}
        </PagedView>
      </Section>
    </Page>
  );
};

const Ask = (): ReactNode => {
  const { t } = useTranslation('support');
  return (
    <ActionButton
      label={t('ask.verb')}
      text={t('ask.text')}
      done={t('ask.done')}
      size="sm"
      variant="filled"
      fields={[
        {
          name: 'box',
          label: t('ask.box'),
          choices: (['support', 'privacy'] as const).map((value) => ({
            value,
            label: t(`boxOf.${value}`),
          })),
        },
        { name: 'subject', label: t('ask.subject') },
        { name: 'text', label: t('ask.words'), kind: 'long' },
        { name: 'isComplaint', label: t('ask.complaint'), kind: 'yes' },
      ]}
      run={({ box, subject, text, isComplaint }, key) =>
        read(
          api.POST('/api/v1/inquiries', {
            params: { header: { 'Idempotency-Key': key } },
            body: {
              box: box === 'privacy' ? 'privacy' : 'support',
              subject,
              text,
              isComplaint: isComplaint === 'yes',
            },
          }),
        )
      }
    />
  );
};
