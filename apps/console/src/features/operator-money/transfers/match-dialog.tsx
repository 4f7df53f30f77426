import { Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ActionForm } from '../../../ui/action-form.js';
import { QueryView } from '../../../ui/query-view.js';
import { useFormat } from '../../../ui/use-format.js';
import { TenantSearch } from './tenant-search.js';

interface MatchDialogProps {
  readonly transfer: Schema<'TransferView'>;
  readonly candidates: readonly { readonly value: string; readonly label: string }[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says whose a transfer is, and which invoices it pays first. */
export const MatchDialog = ({
  transfer,
  candidates,
  opened,
  onClose,
}: MatchDialogProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const [tenantId, setTenantId] = useState(candidates[0]?.value ?? null);
  const [invoiceIds, setInvoiceIds] = useState<string[]>([]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('match.title', {
        sum: format.yen(transfer.amountYen),
        payer: transfer.payerName,
      })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text>{t('match.text')}</Text>
        <TenantSearch
          value={tenantId}
          candidates={candidates}
          onChange={(next) => {
            setTenantId(next);
            setInvoiceIds([]);
          }}
        />
        {tenantId && (
          <OpenInvoices
            tenantId={tenantId}
            amountYen={transfer.amountYen}
            chosen={invoiceIds}
            onChoose={setInvoiceIds}
          />
        )}
        {tenantId && (
          <ActionForm
            verb={t('match.verb')}
            done={t('match.done')}
            fields={[{ name: 'rememberName', label: t('match.remember'), kind: 'yes' }]}
            onClose={onClose}
            run={({ rememberName }) =>
              read(
                api.POST('/api/v1/operator/transfers/{transferId}/match', {
                  params: { path: { transferId: transfer.id } },
                  body: { tenantId, invoiceIds, rememberName: rememberName === 'yes' },
                }),
              )
            }
          />
        )}
      </Stack>
    </Modal>
  );
};

interface OpenInvoicesProps {
  readonly tenantId: string;
  readonly amountYen: number;
  readonly chosen: string[];
  readonly onChoose: (invoiceIds: string[]) => void;
}

/** What the tenant owes, and what is left over or short after this transfer. */
const OpenInvoices = ({ tenantId, amountYen, chosen, onChoose }: OpenInvoicesProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const payments = useQuery({
    queryKey: ['operator', 'payments', tenantId],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/tenants/{tenantId}/payments', { params: { path: { tenantId } } }),
      ),
  });
  return (
    <QueryView query={payments}>
      {({ open, receivableYen }) => {
        const rest = amountYen - receivableYen;
        return (
          <Stack gap="xs">
            {open.length > 0 && (
              <Checkbox.Group
                label={t('match.first')}
                description={t('match.firstText')}
                value={chosen}
                onChange={onChoose}
              >
                <Stack gap={4} mt="xs">
                  {open.map(({ invoiceId, number, dueDate, openYen }) => (
                    <Group key={invoiceId}>
                      <Checkbox
                        value={invoiceId}
                        label={t('match.invoice', {
                          number,
                          sum: format.yen(openYen),
                          day: format.day(dueDate),
                        })}
                      />
                    </Group>
                  ))}
                </Stack>
              </Checkbox.Group>
            )}
            <Text size="sm" fw={600}>
              {rest === 0 && t('match.exact')}
              {rest > 0 && t('match.over', { sum: format.yen(rest) })}
              {rest < 0 && t('match.short', { sum: format.yen(-rest) })}
            </Text>
          </Stack>
        );
      }}
    </QueryView>
  );
};
