import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useConfirm } from '../../ui/confirm.js';
import { CopyField } from '../../ui/copy-field.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** By transfer or by direct debit, and how far the mandate is. */
export const PaymentMethodSection = (): ReactNode => {
  const { t } = useTranslation('billing');
  const may = useMay();
  const ask = useConfirm();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['billing', 'payment-method'],
    queryFn: () => read(api.GET('/api/v1/billing/payment-method')),
  });
  const asking = useMutation({
    mutationFn: () => read(api.POST('/api/v1/billing/mandate-requests')),
    onSuccess: (answer) => {
      queries.setQueryData(['billing', 'payment-method'], answer);
      sayDone(t('method.asked'));
    },
  });
  const request = async (): Promise<void> => {
    const question = {
      title: t('method.ask'),
      text: t('method.askText'),
      verb: t('method.ask'),
    };
    if (await ask(question)) asking.mutate();
  };
  return (
    <Section
      title={t('method.title')}
      actions={
        may('settings.write') && (
          <Button variant="light" loading={asking.isPending} onClick={() => void request()}>
            {t('method.ask')}
          </Button>
        )
      }
    >
      <ProblemAlert error={asking.error} />
      <QueryView query={query}>
        {({ method, mandate, transferTo }) => (
          <>
            <Text>{t(`method.${method}`)}</Text>
            {mandate && <Mandate mandate={mandate} />}
            {transferTo && method === 'bank-transfer' && <TransferTo account={transferTo} />}
          </>
        )}
      </QueryView>
    </Section>
  );
};

const Mandate = ({ mandate }: { mandate: Schema<'MandateView'> }): ReactNode => {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { state, account, activeSince, requestedAt, returnReason } = mandate;
  return (
    <Group gap="sm">
      <Badge color={state === 'active' ? 'green' : state === 'returned' ? 'red' : 'ai'}>
        {t(`mandate.${state}`)}
      </Badge>
      {account !== null && <Text className="any-break">{account}</Text>}
      <Text size="sm" c="dimmed">
        {activeSince === null
          ? t('mandate.since', { at: format.instant(requestedAt) })
          : t('mandate.activeSince', { day: format.day(activeSince) })}
      </Text>
      {returnReason !== null && <Text size="sm">{t(`mandate.reason.${returnReason}`)}</Text>}
    </Group>
  );
};

const TransferTo = ({ account }: { account: Schema<'TransferAccountView'> }): ReactNode => {
  const { t } = useTranslation('billing');
  const { bankName, bankNumber, branchName, branchNumber, accountType, accountNumber, name, own } =
    account;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t(own ? 'method.transferToOwn' : 'method.transferTo')}
      </Text>
      <CopyField
        label={t('method.transferTo')}
        value={`${bankName} (${bankNumber}) ${branchName} (${branchNumber}) ${t(`accountType.${accountType}`)} ${accountNumber} ${name}`}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {t('method.fee')}
      </Text>
    </div>
  );
};
