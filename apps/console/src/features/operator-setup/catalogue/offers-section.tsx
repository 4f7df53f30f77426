import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { useTextIn } from '../../../i18n/language.js';
import { ActionButton } from '../../../ui/action-button.js';
import { DataTable } from '../../../ui/data-table.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';
import { namesOf, useNameFields } from './names.js';
import { RuleTexts } from './rule-texts.js';
import { rulesOf, useRuleFields } from './term-rules.js';

type Offer = Schema<'OfferView'>;

/** Sales campaigns: other rules for those who apply in their days. @clause W5.4 */
export const OffersSection = ({ offers }: { offers: readonly Offer[] }): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const textIn = useTextIn();
  const format = useFormat();
  const writes = useMay()('contracts.write');
  return (
    <Section title={t('offers.title')} text={t('offers.text')} actions={writes && <OfferVerb />}>
      <DataTable
        label={t('offers.title')}
        empty={t('offers.none')}
        rows={offers}
        keyOf={({ code }) => code}
        columns={[
          { head: t('code'), cell: ({ code }) => code },
          { head: t('name'), cell: ({ names }) => textIn(names) },
          { head: t('rules'), cell: ({ termRules }) => <RuleTexts rules={termRules} /> },
          { head: t('offers.firstDay'), cell: ({ firstDay }) => format.day(firstDay) },
          { head: t('offers.lastDay'), cell: ({ lastDay }) => format.day(lastDay) },
          { head: t('doIt'), cell: (offer) => writes && <OfferVerb offer={offer} /> },
        ]}
      />
    </Section>
  );
};

const OfferVerb = ({ offer }: { offer?: Offer }): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const names = useNameFields(offer?.names);
  const rules = useRuleFields(offer?.termRules);
  return (
    <ActionButton
      key={JSON.stringify(offer)}
      label={t(offer ? 'action.edit' : 'offers.add')}
      title={offer ? t('offers.change', { code: offer.code }) : t('offers.add')}
      text={t('offers.changeText')}
      done={t('kept')}
      fields={[
        ...names,
        {
          name: 'firstDay',
          label: t('offers.firstDay'),
          kind: 'date',
          initial: offer?.firstDay ?? '',
        },
        {
          name: 'lastDay',
          label: t('offers.lastDay'),
          kind: 'date',
          initial: offer?.lastDay ?? '',
        },
        ...rules,
      ]}
      run={(answers) => {
        const body = {
          names: namesOf(answers),
          termRules: rulesOf(answers),
          firstDay: answers['firstDay'] ?? '',
          lastDay: answers['lastDay'] ?? '',
        };
        return offer
          ? read(
              api.PUT('/api/v1/operator/offers/{code}', {
                params: { path: { code: offer.code } },
                body,
              }),
            )
          : read(
              api.POST('/api/v1/operator/offers', {
                body: { ...body, code: answers['code'] ?? '' },
              }),
            );
      }}
    />
  );
};
