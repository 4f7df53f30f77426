import { Alert, Button, Checkbox, NativeSelect, Paper, Radio, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, idempotencyKey, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useTextIn } from '../../../i18n/language.js';
import { now } from '../../../ui/now.js';
import { jstDay } from '../../../ui/format.js';
import { ProblemAlert } from '../../../ui/problem-text.js';
import { sayDone } from '../../../ui/say.js';
import { useFormat } from '../../../ui/use-format.js';
import { useWish } from '../contract.js';
import type { Contract } from '../contract.js';
import { monthPlus, monthsFrom } from '../months.js';
import { ChangeConsequence } from './change-consequence.js';
import { optionsInForce, wishOf, wishesNothing } from './wish.js';

interface ChangeFormProps {
  readonly contract: Contract;
  readonly onSale: Schema<'OnSaleListView'>;
  /** The first month that can still be had. */
  readonly earliest: string;
}

/** Another course, other options, and from which month. @clause T6 */
export const ChangeForm = ({ contract, onSale, earliest }: ChangeFormProps): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const textIn = useTextIn();
  const navigate = useNavigate();
  const today = jstDay(now());
  const before = {
    course: contract.courses.findLast(({ from }) => from <= today)?.courseCode ?? '',
    options: optionsInForce(contract.options, today),
  };
  const form = useForm({ initialValues: { ...before, month: earliest } });
  const asking = useWish(
    (body: Schema<'CourseChangeDto'>) =>
      read(
        api.POST('/api/v1/contract/change-requests', {
          params: { header: { 'Idempotency-Key': idempotencyKey() } },
          body,
        }),
      ),
    async ({ fromMonth }) => {
      sayDone(t('change.done', { month: format.month(fromMonth) }));
      await navigate('/contract');
    },
  );
  const { month: chosen, ...after } = form.values;
  const month = chosen < earliest ? earliest : chosen;
  const wish = wishOf(before, after, month);
  const missed = monthPlus(today.slice(0, 7), 1) < earliest;
  return (
    <form
      onSubmit={form.onSubmit(() => {
        asking.mutate(wish);
      })}
    >
      <Stack>
        <Paper>
          <Stack>
            {missed && (
              <Alert color="yellow" title={t('change.missed')}>
                {t('change.missedText', { month: format.month(earliest) })}
              </Alert>
            )}
            <Radio.Group label={t('change.course')} {...form.getInputProps('course')}>
              <Stack gap="xs" mt="xs">
                {onSale.courses.map(({ code, names }) => (
                  <Radio
                    key={code}
                    value={code}
                    label={
                      textIn(names) + (code === before.course ? ` (${t('change.current')})` : '')
                    }
                  />
                ))}
              </Stack>
            </Radio.Group>
            {onSale.options.length > 0 && (
              <Checkbox.Group label={t('change.options')} {...form.getInputProps('options')}>
                <Stack gap="xs" mt="xs">
                  {onSale.options.map(({ code, names }) => (
                    <Checkbox key={code} value={code} label={textIn(names)} />
                  ))}
                </Stack>
              </Checkbox.Group>
            )}
            <NativeSelect
              label={t('change.month')}
              description={t('change.monthHint')}
              maw={320}
              data={monthsFrom(earliest, 12).map((value) => ({
                value,
                label: format.month(value),
              }))}
              {...form.getInputProps('month')}
              value={month}
            />
          </Stack>
        </Paper>
        {!wishesNothing(wish) && <ChangeConsequence month={month} before={before} after={after} />}
        <ProblemAlert error={asking.error} />
        <Button
          type="submit"
          style={{ alignSelf: 'start' }}
          loading={asking.isPending}
          disabled={wishesNothing(wish)}
        >
          {t('change.ask')}
        </Button>
      </Stack>
    </form>
  );
};
