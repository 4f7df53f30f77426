import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { Page } from '../../ui/page.js';
import { ChargeEvidence } from './charge-evidence.js';
import { CorrectionsSection } from './corrections-section.js';
import { DecisionSection } from './decision-section.js';
import { InvoiceLink } from './invoice-link.js';

const proposed = { params: { query: { state: 'proposed' } } } as const;

/** What one person has proposed and another one decides: money that leaves or is given up. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const keyed = (key: string) => ({ params: { header: { 'Idempotency-Key': key } } });
  const creditNotes = useQuery({
    queryKey: ['operator', 'credit-notes'],
    queryFn: () => read(api.GET('/api/v1/operator/credit-notes', proposed)),
  });
  const refunds = useQuery({
    queryKey: ['operator', 'refunds'],
    queryFn: () => read(api.GET('/api/v1/operator/refunds', proposed)),
  });
  const writeOffs = useQuery({
    queryKey: ['operator', 'write-offs'],
    queryFn: () => read(api.GET('/api/v1/operator/write-offs', proposed)),
  });
  const charges = useQuery({
    queryKey: ['operator', 'bounce-charges'],
    queryFn: () => read(api.GET('/api/v1/operator/bounce-charges', proposed)),
  });
  return (
    <Page title={t('decisions')} lead={t('decisionsLead')}>
      <CorrectionsSection />
      <DecisionSection
        kind="creditNote"
        noted={false}
        query={creditNotes}
        rowOf={({ totalYen, ...note }) => ({
          ...note,
          amountYen: totalYen,
          detail: <InvoiceLink {...note} />,
        })}
        approve={(creditNoteId, _, key) =>
          read(
            api.POST('/api/v1/operator/credit-notes/{creditNoteId}/approve', {
              params: { ...keyed(key).params, path: { creditNoteId } },
            }),
          )
        }
        reject={(creditNoteId, _, key) =>
          read(
            api.POST('/api/v1/operator/credit-notes/{creditNoteId}/decline', {
              params: { ...keyed(key).params, path: { creditNoteId } },
            }),
          )
        }
      />
      <DecisionSection
        kind="refund"
        query={refunds}
        rowOf={(refund) => refund}
        approve={(refundId, body) =>
          read(
            api.POST('/api/v1/operator/refunds/{refundId}/approve', {
              params: { path: { refundId } },
              body,
            }),
          )
        }
        reject={(refundId, body) =>
          read(
            api.POST('/api/v1/operator/refunds/{refundId}/reject', {
              params: { path: { refundId } },
              body,
            }),
          )
        }
      />
      <DecisionSection
        kind="writeOff"
        query={writeOffs}
        rowOf={(writeOff) => ({ ...writeOff, detail: <InvoiceLink {...writeOff} /> })}
        approve={(writeOffId, body) =>
          read(
            api.POST('/api/v1/operator/write-offs/{writeOffId}/approve', {
              params: { path: { writeOffId } },
              body,
            }),
          )
        }
        reject={(writeOffId, body) =>
          read(
            api.POST('/api/v1/operator/write-offs/{writeOffId}/reject', {
              params: { path: { writeOffId } },
              body,
            }),
          )
        }
      />
      <DecisionSection
        kind="charge"
        query={charges}
        rowOf={({ evidence, fileName, ...charge }) => ({
          ...charge,
          reason: evidence,
          detail: fileName !== null && <ChargeEvidence chargeId={charge.id} fileName={fileName} />,
        })}
        approve={(chargeId, body) =>
          read(
            api.POST('/api/v1/operator/bounce-charges/{chargeId}/approve', {
              params: { path: { chargeId } },
              body,
            }),
          )
        }
        reject={(chargeId, body) =>
          read(
            api.POST('/api/v1/operator/bounce-charges/{chargeId}/reject', {
              params: { path: { chargeId } },
              body,
            }),
          )
        }
      />
    </Page>
  );
};
