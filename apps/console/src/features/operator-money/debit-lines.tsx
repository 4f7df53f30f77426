import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ActionButton } from '../../ui/action-button.js';
import { DataTable } from '../../ui/data-table.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

const colors = { settled: 'green', failed: 'red', unclear: 'orange' } as const;
const codes = ['0', '1', '2', '3', '4', '8', '9'] as const;

export const DebitLines = ({
  debits,
}: {
  debits: readonly Schema<'FiledDebitView'>[];
}): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const writes = useMay()('billing.write');
  return (
    <Section title={t('debitLines')}>
      <DataTable
        label={t('debitLines')}
        empty={t('noDebits')}
        rows={debits}
        keyOf={({ id }) => id}
        columns={[
          { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
          { head: t('customerNumber'), cell: ({ customerNumber }) => customerNumber },
          { head: t('account'), cell: ({ account }) => account },
          { head: t('total'), figure: true, cell: ({ amountYen }) => format.yen(amountYen) },
          {
            head: t('outcomeHead'),
            cell: ({ outcome, resultText, removed }) =>
              removed ? (
                <Badge color="gray">{t('removed')}</Badge>
              ) : (
                outcome && (
                  <Badge color={colors[outcome]}>
                    {t(`outcome.${outcome}`)} {resultText}
                  </Badge>
                )
              ),
          },
          {
            head: t('doIt'),
            cell: ({ id, outcome }) =>
              outcome === 'unclear' &&
              writes && (
                <ActionButton
                  label={t('resolve.verb')}
                  done={t('resolve.done')}
                  text={t('resolve.text')}
                  fields={[
                    {
                      name: 'code',
                      label: t('resolve.code'),
                      choices: codes.map((value) => ({ value, label: t(`resultCode.${value}`) })),
                    },
                    { name: 'note', label: t('note'), kind: 'long' },
                  ]}
                  run={({ code, note }) =>
                    read(
                      api.POST('/api/v1/operator/debits/{debitId}/resolve', {
                        params: { path: { debitId: id } },
                        body: { code, note },
                      }),
                    )
                  }
                />
              ),
          },
        ]}
      />
    </Section>
  );
};
