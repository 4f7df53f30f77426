import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { useFormat } from '../../../ui/use-format.js';
import type { ContractProps } from './contract-facts.js';

/** What must be there before a start notice. @clause W4.1 */
export const conditions = ['formArrivedAt', 'initialPaidAt', 'provisionedAt'] as const;

interface GateEvidenceProps extends ContractProps {
  readonly name: (typeof conditions)[number];
}

/** What shows that a condition of the start is met, or what is still missing. */
export const GateEvidence = ({ name, tenantId, contract }: GateEvidenceProps): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const mayReadMoney = useMay()('billing.read-all');
  if (name === 'formArrivedAt')
    return (
      contract.applicationId && (
        <Anchor
          component={Link}
          to={`/operator/applications/${contract.applicationId}`}
          size="sm"
          display="block"
        >
          {t('evidence.application')}
        </Anchor>
      )
    );
  if (name === 'initialPaidAt') return mayReadMoney && <Money tenantId={tenantId} />;
  return contract.startGate.provisionedAt && <Line>{t('evidence.provisioned')}</Line>;
};

const Line = ({ children }: { children: ReactNode }): ReactNode => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
);

const Money = ({ tenantId }: { tenantId: string }): ReactNode => {
  const { t } = useTranslation('operator-tenants');
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['operator', 'payments', tenantId],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/tenants/{tenantId}/payments', { params: { path: { tenantId } } }),
      ),
  });
  if (!data) return null;
  return (
    <>
      {data.receipts.map(({ id, receivedOn, amountYen }) => (
        <Line key={id}>
          {t('evidence.receipt', { day: format.day(receivedOn), sum: format.yen(amountYen) })}
        </Line>
      ))}
      {data.open.map(({ invoiceId, number, dueDate, openYen }) => (
        <Line key={invoiceId}>
          {t('evidence.open', { number, day: format.day(dueDate), sum: format.yen(openYen) })}
        </Line>
      ))}
      {data.creditYen > 0 && (
        <Line>{t('evidence.surplus', { sum: format.yen(data.creditYen) })}</Line>
      )}
    </>
  );
};
