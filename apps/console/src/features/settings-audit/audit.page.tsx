import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { Deed, DeedDetails } from '../../ui/audit/deed.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { DataAccess } from './data-access.js';

export const Component = (): ReactNode => {
  const { t } = useTranslation('settings-audit');
  const [asked, setAsked] = useState('');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Section title={t('list')}>
        <Search ask={setAsked} />
        <Entries action={asked} />
      </Section>
      <DataAccess />
    </Page>
  );
};

const Search = ({ ask }: { ask: (action: string) => void }): ReactNode => {
  const { t } = useTranslation('settings-audit');
  const [action, setAction] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask(action.trim());
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('action.label')}
          placeholder="campaign.scheduled"
          value={action}
          onChange={({ currentTarget }) => {
            setAction(currentTarget.value);
          }}
          style={{ flex: '1 1 14rem' }}
          maw={360}
        />
        <Button type="submit" variant="light">
          {t('search')}
        </Button>
      </Group>
    </form>
  );
};

const Entries = ({ action }: { action: string }): ReactNode => {
  const { t } = useTranslation('settings-audit');
  const format = useFormat();
  const query = usePages(['audit', action], (from) =>
    read(
      api.GET('/api/v1/audit', {
        params: { query: { ...from, limit: 50, ...(action && { action }) } },
      }),
    ),
  );
  return (
    <PagedView query={query}>
      {(entries) => (
        <DataTable
          label={t('title')}
          empty={t('none')}
          rows={entries}
          keyOf={({ id }) => id}
          minWidth={640}
          columns={[
            { head: t('at'), cell: ({ at }) => format.exactInstant(at) },
            {
              head: t('who'),
              cell: ({ actorKind, actorName }) => (
                <span className="any-break">
                  {actorName ?? t(`kind.${actorKind}`)}
                  {actorName !== null && actorKind !== 'member' && ` (${t(`kind.${actorKind}`)})`}
                </span>
              ),
            },
            { head: t('what'), cell: ({ action }) => <Deed action={action} /> },
            { head: t('details'), cell: ({ details }) => <DeedDetails details={details} /> },
          ]}
        />
      )}
    </PagedView>
  );
};
