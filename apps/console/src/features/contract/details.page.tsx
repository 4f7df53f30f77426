import { Anchor, Button, Checkbox, Paper, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, idempotencyKey, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { jstDay } from '../../ui/format.js';
import { now } from '../../ui/now.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { QueryView } from '../../ui/query-view.js';
import { sayDone } from '../../ui/say.js';
import { NoPermission } from '../../ui/states.js';
import { useContract, useWish } from './contract.js';
import type { Contract } from './contract.js';

const texts = ['name', 'nameKana', 'postalAddress', 'contactPerson'] as const;

export const Component = (): ReactNode => {
  const { t } = useTranslation('contract');
  const may = useMay();
  const query = useContract();
  return (
    <Page
      title={t('details.change')}
      lead={t('details.changeLead')}
      width={760}
      above={
        <Anchor component={Link} to="/contract" size="sm">
          {t('title')}
        </Anchor>
      }
    >
      {may('contract.write') ? (
        <QueryView query={query}>{({ billTo }) => <DetailsForm billTo={billTo} />}</QueryView>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
};

/** Only what differs is sent; the contract changes after the operator has looked at it. */
const DetailsForm = ({ billTo }: { billTo: Contract['billTo'] }): ReactNode => {
  const { t } = useTranslation('contract');
  const navigate = useNavigate();
  const form = useForm({
    initialValues: {
      ...billTo,
      email: billTo.email ?? '',
      phone: '',
      bankAccount: false,
      plannedDate: jstDay(now()),
    },
  });
  const notifying = useWish(
    (body: Schema<'DetailsChangeDto'>) =>
      read(
        api.POST('/api/v1/contract/details-changes', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body,
        }),
      ),
    async ({ late, warnings }) => {
      const isCarrier = warnings.includes('carrier-domain');
      sayDone(t(isCarrier ? 'details.doneCarrier' : late ? 'details.doneLate' : 'details.done'));
      await navigate('/contract');
    },
  );
  return (
    <Paper>
      <form
        onSubmit={form.onSubmit(({ email, phone, bankAccount, plannedDate, ...written }) => {
          const changed = texts.filter((field) => written[field] !== billTo[field]);
          notifying.mutate({
            plannedDate,
            ...Object.fromEntries(changed.map((field) => [field, written[field]])),
            ...(email !== (billTo.email ?? '') && { email: email || null }),
            ...(phone !== '' && { phone }),
            ...(bankAccount && { bankAccount }),
          } as Schema<'DetailsChangeDto'>);
        })}
      >
        <Stack>
          <ProblemAlert error={notifying.error} />
          {texts.map((field) => (
            <TextInput
              key={field}
              label={t(`details.${field}`)}
              required
              withAsterisk={false}
              {...form.getInputProps(field)}
            />
          ))}
          <TextInput
            type="email"
            label={t('details.email')}
            description={t('details.emailHint')}
            {...form.getInputProps('email')}
          />
          <TextInput
            type="tel"
            label={t('details.phone')}
            description={t('details.phoneHint')}
            {...form.getInputProps('phone')}
          />
          <Checkbox
            label={t('details.bankAccount')}
            description={t('details.bankAccountHint')}
            {...form.getInputProps('bankAccount', { type: 'checkbox' })}
          />
          <TextInput
            type="date"
            label={t('details.plannedDate')}
            description={t('details.plannedDateHint')}
            required
            withAsterisk={false}
            maw={260}
            {...form.getInputProps('plannedDate')}
          />
          <Button type="submit" loading={notifying.isPending} disabled={!form.isDirty()}>
            {t('details.notify')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
};
