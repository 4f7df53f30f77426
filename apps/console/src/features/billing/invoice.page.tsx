import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { InvoiceLines } from '../../ui/invoice-lines.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { InvoiceState } from './invoice-state.js';

type Invoice = Schema<'WholeInvoiceView'>;

export const Component = (): ReactNode => {
  const { t } = useTranslation('billing');
  const { invoiceId = '' } = useParams();
  const query = useQuery({
    queryKey: ['billing', 'invoices', invoiceId],
    queryFn: () =>
      read(api.GET('/api/v1/billing/invoices/{invoiceId}', { params: { path: { invoiceId } } })),
  });
  return (
    <Page
      title={
        query.data ? t('invoice.title', { number: query.data.number }) : t('invoice.titleBare')
      }
      width={860}
      above={
        <Anchor component={Link} to="/billing" size="sm">
          {t('title')}
        </Anchor>
      }
      actions={
        <Group gap="xs">
          <Button
            component="a"
            href={`/api/v1/billing/invoices/${invoiceId}/pdf`}
            download
            variant="light"
            leftSection={<IconFileTypePdf size={20} aria-hidden />}
          >
            {t('invoice.download')}
          </Button>
          <Button
            component="a"
            href={`/api/v1/billing/invoices/${invoiceId}/pdf?lang=en`}
            download={`${query.data?.number ?? 'invoice'}-en.pdf`}
            variant="subtle"
          >
            {t('invoice.translation')}
          </Button>
        </Group>
      }
    >
      <QueryView query={query}>
        {(invoice) => (
          <>
            <Summary invoice={invoice} />
            <InvoiceLines invoice={invoice} />
            {invoice.creditNotes.length > 0 && <CreditNotes invoice={invoice} />}
          </>
        )}
      </QueryView>
    </Page>
  );
};

const Summary = ({ invoice }: { invoice: Invoice }): ReactNode => {
  const { t, i18n } = useTranslation('billing');
  const format = useFormat();
  const { recipient, issuer, issuedOn, dueDate, totalYen, openYen, payBy, reason } = invoice;
  const { corrects, correctedBy } = invoice;
  const account = i18n.language === 'ja' ? issuer.bankAccount : issuer.bankAccountEn;
  return (
    <Section
      title={format.yen(totalYen)}
      text={t('withTax')}
      actions={<InvoiceState state={invoice.state} overdue={invoice.overdue} />}
    >
      {corrects !== null && (
        <Alert color="blue" title={t('invoice.corrected')}>
          <Anchor component={Link} to={`/billing/invoices/${corrects.id}`}>
            {t('invoice.corrects', { number: corrects.number })}
          </Anchor>
        </Alert>
      )}
      {reason !== null && <Alert color="gray">{reason}</Alert>}
      {correctedBy !== null && (
        <Anchor component={Link} to={`/billing/invoices/${correctedBy.id}`}>
          {t('invoice.correctedBy', { number: correctedBy.number })}
        </Anchor>
      )}
      <Group gap="xl" align="flex-start">
        <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
          <Text size="sm" c="dimmed">
            {t('invoice.to')}
          </Text>
          <Text fw={700}>{recipient.name}</Text>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {recipient.postalAddress}
          </Text>
        </div>
        <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
          <Text size="sm" c="dimmed">
            {t('invoice.from')}
          </Text>
          <Text fw={700}>{issuer.name}</Text>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }} className="any-break">
            {issuer.postalAddress}
          </Text>
          <Text size="sm">{t('invoice.registration', { number: issuer.registrationNumber })}</Text>
        </div>
      </Group>
      <List>
        <List.Item>{t('invoice.issued', { day: format.day(issuedOn) })}</List.Item>
        <List.Item>
          {t(openYen > 0 ? `invoice.due.${payBy}` : 'invoice.due.settled', {
            day: format.day(dueDate),
          })}
        </List.Item>
        <List.Item>{t('invoice.open', { yen: format.yen(openYen) })}</List.Item>
        {payBy === 'transfer' && openYen > 0 && account !== '' && (
          <List.Item>{t('invoice.account', { account })}</List.Item>
        )}
      </List>
    </Section>
  );
};

const CreditNotes = ({ invoice: { creditNotes } }: { invoice: Invoice }): ReactNode => {
  const { t } = useTranslation('billing');
  const format = useFormat();
  return (
    <Section title={t('credit.title')}>
      <List>
        {creditNotes.map(({ id, number, issuedOn, totalYen, reason }) => (
          <List.Item key={id}>
            <Anchor href={`/api/v1/billing/credit-notes/${id}/pdf`} download underline="always">
              {number ?? id}
            </Anchor>{' '}
            <Anchor
              href={`/api/v1/billing/credit-notes/${id}/pdf?lang=en`}
              download={`${number ?? id}-en.pdf`}
              underline="always"
            >
              {t('invoice.translation')}
            </Anchor>
            {` ${issuedOn === null ? '' : format.day(issuedOn)} ${format.yen(totalYen)} · ${reason}`}
          </List.Item>
        ))}
      </List>
    </Section>
  );
};
