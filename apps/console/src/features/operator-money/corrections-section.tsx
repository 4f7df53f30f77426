import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useFormat } from '../../ui/use-format.js';
import { DecisionSection } from './decision-section.js';
import { InvoiceLink } from './invoice-link.js';

/** Invoices that are to take the place of wrong ones. */
export const CorrectionsSection = (): ReactNode => {
  const query = useQuery({
    queryKey: ['operator', 'invoice-corrections'],
    queryFn: () => read(api.GET('/api/v1/operator/invoice-corrections')),
  });
  const params = (correctionId: string, key: string) => ({
    params: { path: { correctionId }, header: { 'Idempotency-Key': key } },
  });
  return (
    <DecisionSection
      kind="correction"
      query={query}
      noted={false}
      rowOf={({ totalYen, ...correction }) => ({
        ...correction,
        amountYen: totalYen,
        detail: <Lines {...correction} />,
      })}
      approve={(id, _, key) =>
        read(
          api.POST('/api/v1/operator/invoice-corrections/{correctionId}/approve', params(id, key)),
        )
      }
      reject={(id, _, key) =>
        read(
          api.POST('/api/v1/operator/invoice-corrections/{correctionId}/decline', params(id, key)),
        )
      }
    />
  );
};

const Lines = ({
  tenantId,
  invoiceId,
  lines,
}: Pick<Schema<'CorrectionView'>, 'tenantId' | 'invoiceId' | 'lines'>): ReactNode => {
  const format = useFormat();
  return (
    <>
      {lines.map(({ text, amountYen }, i) => (
        <Text key={i} size="sm" c="dimmed" className="any-break">
          {text} {format.yen(amountYen)}
        </Text>
      ))}
      <InvoiceLink tenantId={tenantId} invoiceId={invoiceId} />
    </>
  );
};
