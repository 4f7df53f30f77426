import { Alert, List, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { Figure } from '../../../ui/figure.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';

/** The day of the end and the money: what is still to pay and what is not given back. */
export const EndConsequence = ({
  preview: { endDate, clause, late, cutOff, firstMonthWithoutService },
}: {
  preview: Schema<'NoticePreviewView'>;
}): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const may = useMay();
  const [article, paragraph] = clause.replace('W', '').split('.');
  return (
    <Section title={t('end.consequence')} text={t('end.clause', { article, paragraph })}>
      {late && <Alert color="yellow" title={t('end.late')} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Figure
          label={t('endDate')}
          value={format.day(endDate)}
          note={cutOff !== null && t('end.cutOff', { at: format.instant(cutOff) })}
        />
        <Figure
          label={t('end.without')}
          value={format.month(firstMonthWithoutService)}
          note={t('end.withoutNote')}
        />
      </SimpleGrid>
      {may('billing.read') && <Money endDate={endDate} />}
    </Section>
  );
};

const Money = ({ endDate }: { endDate: string }): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['billing', 'end-preview', endDate],
    queryFn: () => read(api.GET('/api/v1/billing/end-preview', { params: { query: { endDate } } })),
  });
  return (
    <QueryView query={query}>
      {({ lastMonth, feesToCome, prepaid, open }) => (
        <List spacing="xs">
          <List.Item>{t('money.lastMonth', { month: format.month(lastMonth) })}</List.Item>
          {feesToCome.map(({ month, basicFeeYen }) => (
            <List.Item key={month}>
              {basicFeeYen === null
                ? t('money.feeUnknown', { month: format.month(month) })
                : t('money.fee', { month: format.month(month), yen: format.yen(basicFeeYen) })}
            </List.Item>
          ))}
          {feesToCome.length > 0 && <List.Item>{t('money.onTop')}</List.Item>}
          {prepaid.map(({ invoiceId, number, month, amountYen, fate }) => (
            <List.Item key={invoiceId}>
              {t(`money.fate.${fate}`, {
                number,
                month: format.month(month),
                yen: format.yen(amountYen),
              })}
            </List.Item>
          ))}
          {open.map(({ invoiceId, number, dueDate, openYen }) => (
            <List.Item key={invoiceId}>
              {t('money.open', { number, day: format.day(dueDate), yen: format.yen(openYen) })}
            </List.Item>
          ))}
        </List>
      )}
    </QueryView>
  );
};
