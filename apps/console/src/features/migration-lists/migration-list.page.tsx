import { Anchor, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { DeclareSection } from './declare-section.js';
import { ListStatus, refreshMs } from './list-status.js';
import type { MigrationList } from './list-status.js';
import { ProblemsSection } from './problems-section.js';

/** One list: what was read in it, the signature, and how far the asking is. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('migration-lists');
  const format = useFormat();
  const { migrationListId = '' } = useParams();
  const writes = useMay()('subscribers.write');
  const query = useQuery({
    queryKey: ['migration-lists', migrationListId],
    queryFn: () =>
      read(
        api.GET('/api/v1/migration-lists/{migrationListId}', {
          params: { path: { migrationListId } },
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.status === 'asking' ? refreshMs : false),
  });
  const list = query.data;
  return (
    <Page
      title={list ? t('one', { at: format.instant(list.uploadedAt) }) : t('title')}
      width={960}
      above={
        <Anchor component={Link} to="/migration-lists" size="sm">
          {t('title')}
        </Anchor>
      }
      actions={list && writes && mayBeWithdrawn(list) && <Withdraw {...list} />}
    >
      <QueryView query={query}>
        {(found) => (
          <Stack gap="lg">
            <StateSection {...found} />
            {writes && found.status === 'uploaded' && found.rowCount > 0 && (
              <DeclareSection {...found} />
            )}
            <ProblemsSection {...found} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
};

const mayBeWithdrawn = ({ status }: MigrationList): boolean =>
  status === 'uploaded' || status === 'declared' || status === 'asking';

const Withdraw = ({ id }: MigrationList): ReactNode => {
  const { t } = useTranslation('migration-lists');
  return (
    <ActionButton
      label={t('withdraw.verb')}
      title={t('withdraw.title')}
      text={t('withdraw.text')}
      done={t('withdraw.done')}
      size="sm"
      dangerous
      run={() =>
        read(
          api.DELETE('/api/v1/migration-lists/{migrationListId}', {
            params: { path: { migrationListId: id } },
          }),
        )
      }
    />
  );
};

const StateSection = (list: MigrationList): ReactNode => {
  const { t } = useTranslation('migration-lists');
  const format = useFormat();
  const { status, asked, rowCount, etaSeconds, reason } = list;
  const shown = (at: string | null): string | null => at && format.instant(at);
  return (
    <Section title={t('state')} text={t(`next.${status}`)} actions={<ListStatus status={status} />}>
      {(status === 'asking' || asked > 0) && (
        <div>
          <Text className="numbers">
            {t('asked', { asked, rows: rowCount })}
            {etaSeconds !== null && etaSeconds > 0 && (
              <> · {t('left', { time: format.duration(etaSeconds) })}</>
            )}
          </Text>
          <Progress.Root size="lg">
            <Progress.Section
              value={rowCount === 0 ? 0 : (asked / rowCount) * 100}
              aria-label={t('progress')}
            />
          </Progress.Root>
        </div>
      )}
      <Facts
        items={[
          [t('rows'), format.people(rowCount)],
          [t('refused'), format.count(list.problemCount)],
          ...(list.declaredBy ? [[t('declaredBy'), list.declaredBy] as const] : []),
          ...(list.declaredAt ? [[t('declaredAt'), shown(list.declaredAt)] as const] : []),
          ...(list.decidedAt ? [[t('decidedAt'), shown(list.decidedAt)] as const] : []),
          ...(list.finishedAt ? [[t('finishedAt'), shown(list.finishedAt)] as const] : []),
          ...(reason ? [[t('reason'), reason] as const] : []),
        ]}
      />
    </Section>
  );
};
