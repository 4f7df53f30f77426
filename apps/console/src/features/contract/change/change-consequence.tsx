import { List, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { Figure } from '../../../ui/figure.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { useNameOfCode } from '../../../ui/catalogue.js';
import { closesAt } from './cut-off.js';
import { priceIn } from './price.js';
import type { Choice } from './wish.js';

interface ChangeConsequenceProps {
  readonly month: string;
  readonly before: Choice;
  readonly after: Choice;
}

/** From when the change is in force, until when it can be had, and what it costs. @clause W11.1 @clause W11.2 */
export const ChangeConsequence = ({ month, before, after }: ChangeConsequenceProps): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const prices = useQuery({
    queryKey: ['prices'],
    queryFn: () => read(api.GET('/api/v1/prices')),
  });
  return (
    <Section title={t('change.consequence')} text={t('change.consent')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Figure
          label={t('change.starts')}
          value={format.day(`${month}-01`)}
          note={t('change.startsNote')}
        />
        <Figure
          label={t('change.closes')}
          value={format.instant(closesAt(month))}
          note={t('change.closesNote', { month: format.month(month) })}
        />
      </SimpleGrid>
      <QueryView query={prices}>
        {({ items }) => <Fees tables={items} month={month} before={before} after={after} />}
      </QueryView>
    </Section>
  );
};

const Fees = ({
  tables,
  month,
  before,
  after,
}: ChangeConsequenceProps & { tables: Schema<'PublicPricesView'>['items'] }): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const nameOf = useNameOfCode();
  const price = priceIn(tables, month, after);
  const [basic, ...steps] = price?.tiers ?? [];
  const [unchanged] = priceIn(tables, month, before)?.tiers ?? [];
  const named = format.month(month);
  if (!price || !basic) return t('change.priceUnknown', { month: named });
  return (
    <List spacing="xs">
      <List.Item>{t('change.basic', { month: named, ...amounts(basic, format) })}</List.Item>
      {unchanged && after.course !== before.course && (
        <List.Item>{t('change.unchanged', amounts(unchanged, format))}</List.Item>
      )}
      {steps.map(({ upTo, ...fee }) => (
        <List.Item key={upTo}>
          {upTo === null
            ? t('change.lastStep', amounts(fee, format))
            : t('change.step', { count: upTo, ...amounts(fee, format) })}
        </List.Item>
      ))}
      {price.options.map(({ optionCode, ...fee }) => (
        <List.Item key={optionCode}>
          {t('change.optionFee', { name: nameOf(optionCode), ...amounts(fee, format) })}
        </List.Item>
      ))}
    </List>
  );
};

const amounts = (
  fee: { readonly yen: number; readonly withTaxYen: number },
  format: ReturnType<typeof useFormat>,
): { yen: string; withTax: string } => ({
  yen: format.yen(fee.yen),
  withTax: format.yen(fee.withTaxYen),
});
