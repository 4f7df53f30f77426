import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Leads from a proposal to the invoice that it is about. */
export const InvoiceLink = ({
  tenantId,
  invoiceId,
}: {
  readonly tenantId: string;
  readonly invoiceId: string;
}): ReactNode => {
  const { t } = useTranslation('operator-money');
  return (
    <Anchor component={Link} size="sm" to={`/operator/tenants/${tenantId}/invoices/${invoiceId}`}>
      {t('decide.invoice')}
    </Anchor>
  );
};
