import { Button } from '@mantine/core';
import { useReducer } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { accessReasonOf, forgetAccessReason } from '../../api/access-reason.js';
import { AccessGate } from './access-gate.js';

interface Admitted {
  readonly tenantId: string;
  /** Shows the reason given, and lets one give another. */
  readonly reason: ReactNode;
}

/** A page about the tenant that the address names, behind the question why one looks at it. */
export const BehindAccessGate = ({
  children,
}: {
  children: (admitted: Admitted) => ReactNode;
}): ReactNode => {
  const { t } = useTranslation('access');
  const { tenantId = '' } = useParams();
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  const given = accessReasonOf(tenantId);
  if (given === null) return <AccessGate key={tenantId} tenantId={tenantId} onGiven={lookAgain} />;
  const reason = (
    <Button
      variant="subtle"
      size="xs"
      onClick={() => {
        forgetAccessReason(tenantId);
        lookAgain();
      }}
    >
      {t('now', { reason: given })}
    </Button>
  );
  return children({ tenantId, reason });
};
