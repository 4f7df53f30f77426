import { Alert, Anchor, Badge, Button, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { Facts } from '../../../ui/facts.js';
import { InvoiceLines } from '../../../ui/invoice-lines.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { TenantLink } from '../../../ui/tenant-link.js';
import { useFormat } from '../../../ui/use-format.js';
import { InvoiceVerbs } from './invoice-verbs.js';

/** One invoice of a tenant, and what may still be done about it. It is never edited itself. @clause W22.2 */
export const Component = (): ReactNode => {
  const { tenantId = '', invoiceId = '' } = useParams();
  const { t } = useTranslation('operator-money');
  const path = { tenantId, invoiceId };
  const query = useQuery({
    queryKey: ['operator', 'invoice', tenantId, invoiceId],
    queryFn: () =>
      read(
        api.GET('/api/v1/operator/tenants/{tenantId}/invoices/{invoiceId}', { params: { path } }),
      ),
  });
  return (
    <Page
      title={query.data ? t('invoice.title', { number: query.data.number }) : t('invoice.bare')}
      width={900}
      above={<TenantLink id={tenantId} />}
      actions={
        <Group gap="xs">
          {(['ja', 'en'] as const).map((lang) => (
            <Button
              key={lang}
              component="a"
              href={`/api/v1/operator/tenants/${tenantId}/invoices/${invoiceId}/pdf?lang=${lang}`}
              target="_blank"
              variant={lang === 'ja' ? 'light' : 'subtle'}
              leftSection={<IconFileTypePdf size={20} aria-hidden />}
            >
              {t(`invoice.pdf.${lang}`)}
            </Button>
          ))}
        </Group>
      }
    >
      <QueryView query={query}>
        {(invoice) => (
          <>
            <Summary tenantId={tenantId} invoice={invoice} />
            <InvoiceLines invoice={invoice} />
            {invoice.creditNotes.length > 0 && (
              <CreditNotes tenantId={tenantId} notes={invoice.creditNotes} />
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
};

interface SummaryProps {
  readonly tenantId: string;
  readonly invoice: Schema<'WholeInvoiceView'>;
}

const Summary = ({ tenantId, invoice }: SummaryProps): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  const writes = useMay()('billing.write');
  const { corrects, correctedBy, reason } = invoice;
  return (
    <Section
      title={format.yen(invoice.totalYen)}
      text={<Badge>{t(`invoice.state.${invoice.state}`)}</Badge>}
      actions={writes && <InvoiceVerbs tenantId={tenantId} invoice={invoice} />}
    >
      {corrects && (
        <Anchor component={Link} to={`/operator/tenants/${tenantId}/invoices/${corrects.id}`}>
          {t('invoice.corrects', { number: corrects.number })}
        </Anchor>
      )}
      {correctedBy && (
        <Anchor component={Link} to={`/operator/tenants/${tenantId}/invoices/${correctedBy.id}`}>
          {t('invoice.correctedBy', { number: correctedBy.number })}
        </Anchor>
      )}
      {reason && <Alert color="gray">{reason}</Alert>}
      <Facts
        items={[
          [t('counterparty'), invoice.recipient.name],
          [t('issuedOn'), format.day(invoice.issuedOn)],
          [t('dueDate'), format.day(invoice.dueDate)],
          [t('invoice.payBy'), t(`invoice.by.${invoice.payBy}`)],
          [t('paidYen'), format.yen(invoice.paidYen)],
          [t('invoice.credited'), format.yen(invoice.creditedYen)],
          [t('openYen'), format.yen(invoice.openYen)],
          [t('invoice.registration'), invoice.issuer.registrationNumber],
          ['SHA-256', invoice.sha256],
        ]}
      />
    </Section>
  );
};

const CreditNotes = ({
  tenantId,
  notes,
}: {
  readonly tenantId: string;
  readonly notes: readonly Schema<'CreditNoteView'>[];
}): ReactNode => {
  const { t } = useTranslation('operator-money');
  const format = useFormat();
  return (
    <Section title={t('creditNotes')}>
      <List>
        {notes.map(({ id, documentId, number, issuedOn, totalYen, reason }) => (
          <List.Item key={id}>
            <Anchor
              underline="always"
              href={`/api/v1/operator/documents/${tenantId}/${documentId ?? ''}/pdf`}
              target="_blank"
            >
              {number ?? id}
            </Anchor>
            <Text span>
              {` ${issuedOn === null ? '' : format.day(issuedOn)} ${format.yen(totalYen)} · ${reason}`}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
};
