import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { ActionButton } from '../../../ui/action-button.js';
import { CorrectionDialog } from './correction-dialog.js';
import { CreditVerb } from './credit-verb.js';

interface InvoiceVerbsProps {
  readonly tenantId: string;
  readonly invoice: Schema<'WholeInvoiceView'>;
}

const owed = ['issued', 'collection-failed', 'partially-paid'];

/** What the state of the invoice allows: nothing edits it, and what gives money up waits for a second person. */
export const InvoiceVerbs = ({ tenantId, invoice }: InvoiceVerbsProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const [correcting, { open, close }] = useDisclosure(false);
  const path = { tenantId, invoiceId: invoice.id };
  const isOwed = owed.includes(invoice.state);
  const isUnpaid = isOwed && invoice.paidYen === 0;
  return (
    <>
      {isUnpaid && (
        <>
          <Button variant="light" size="xs" onClick={open}>
            {t('correct.verb')}
          </Button>
          <CorrectionDialog {...{ tenantId, invoice }} opened={correcting} onClose={close} />
          <ActionButton
            label={t('void.verb')}
            text={t('void.text')}
            done={t('void.done', { number: invoice.number })}
            dangerous
            fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
            run={(body, key) =>
              read(
                api.POST('/api/v1/operator/tenants/{tenantId}/invoices/{invoiceId}/void', {
                  params: { path, header: { 'Idempotency-Key': key } },
                  body,
                }),
              )
            }
          />
        </>
      )}
      {isOwed && invoice.overdue && (
        <ActionButton
          label={t('writeOff.verb')}
          text={t('writeOff.text')}
          done={t('writeOff.done')}
          dangerous
          fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
          run={({ reason }, key) =>
            read(
              api.POST('/api/v1/operator/tenants/{tenantId}/write-offs', {
                params: { path: { tenantId }, header: { 'Idempotency-Key': key } },
                body: { invoiceId: invoice.id, reason },
              }),
            )
          }
        />
      )}
      {invoice.state === 'paid' && <CreditVerb tenantId={tenantId} invoice={invoice} />}
    </>
  );
};
