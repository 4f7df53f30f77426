import { Badge, Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { saveFile } from '../../ui/files.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { DebitLines } from './debit-lines.js';
import { DebitResult } from './debit-result.js';

/** One file for the bank, from its making to the bank's answer. @clause W6.1 */
export const Component = (): ReactNode => {
  const { debitFileId = '' } = useParams();
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const params = { path: { debitFileId } };
  const query = useQuery({
    queryKey: ['operator', 'debit-file', debitFileId],
    queryFn: () => read(api.GET('/api/v1/operator/debit-files/{debitFileId}', { params })),
  });
  return (
    <Page
      title={query.data ? t('debitFileOf', { month: format.month(query.data.month) }) : t('debits')}
    >
      <QueryView query={query}>
        {(file) => (
          <>
            <Section
              title={t('theFile')}
              text={<Badge>{t(`debitFile.${file.state}`)}</Badge>}
              actions={<Verbs file={file} />}
            >
              <Facts
                items={[
                  [t('debitDate'), format.day(file.debitDate)],
                  [t('closesAt'), format.instant(file.closesAt)],
                  [t('count'), format.count(file.count)],
                  [t('total'), format.yen(file.totalYen)],
                  [t('preparedAt'), format.instant(file.preparedAt)],
                  [t('confirmedAt'), file.confirmedAt && format.instant(file.confirmedAt)],
                  [t('handedOverAt'), file.handedOverAt && format.instant(file.handedOverAt)],
                  [t('answeredAt'), file.answeredAt && format.instant(file.answeredAt)],
                ]}
              />
            </Section>
            {file.state === 'handed-over' && <DebitResult debitFileId={file.id} />}
            <DebitLines debits={file.debits} />
          </>
        )}
      </QueryView>
    </Page>
  );
};

const Verbs = ({ file }: { file: Schema<'DebitFileDetailView'> }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const may = useMay();
  const queries = useQueryClient();
  const params = { path: { debitFileId: file.id } };
  const download = useMutation({
    mutationFn: async () => {
      const content = await read(
        api.POST('/api/v1/operator/debit-files/{debitFileId}/download', {
          params,
          parseAs: 'blob',
        }),
      );
      saveFile(content, `debits-${file.month}.txt`);
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  if (!may('billing.write')) return null;
  return (
    <>
      <ProblemAlert error={download.error} />
      {file.state === 'prepared' && (
        <ActionButton
          label={t('confirm.verb')}
          done={t('confirm.done')}
          text={<Text>{t('confirm.text')}</Text>}
          variant="filled"
          run={(_, key) =>
            read(
              api.POST('/api/v1/operator/debit-files/{debitFileId}/confirm', {
                params: { ...params, header: { 'Idempotency-Key': key } },
              }),
            )
          }
        />
      )}
      {(file.state === 'confirmed' || file.state === 'handed-over') && (
        <Button
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={download.isPending}
          onClick={() => {
            download.mutate();
          }}
        >
          {t('download')}
        </Button>
      )}
      {(file.state === 'prepared' || file.state === 'confirmed') && (
        <ActionButton
          label={t('cancelFile.verb')}
          done={t('cancelFile.done')}
          text={t('cancelFile.text')}
          dangerous
          run={() =>
            read(api.POST('/api/v1/operator/debit-files/{debitFileId}/cancel', { params }))
          }
        />
      )}
    </>
  );
};
