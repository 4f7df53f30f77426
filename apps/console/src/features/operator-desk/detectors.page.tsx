import { Badge, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { useTextIn } from '../../i18n/language.js';
import { ActionButton } from '../../ui/action-button.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { actOf } from './prohibited-acts.js';
import { useNameOfFigure } from './use-name-of-figure.js';

type Detector = Schema<'DetectorView'>;

/** What looks for signs of abuse, and from which figures on it speaks. @clause P4-2 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const query = useQuery({
    queryKey: ['operator', 'detectors'],
    queryFn: () => read(api.GET('/api/v1/operator/detectors')),
  });
  return (
    <Page title={t('detectors')} lead={t('detectorsLead')} width={960}>
      <QueryView query={query}>
        {({ items }) =>
          items.map((detector) => <DetectorSection key={detector.name} {...detector} />)
        }
      </QueryView>
    </Page>
  );
};

const DetectorSection = (detector: Detector): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const textIn = useTextIn();
  const nameOf = useNameOfFigure('thresholdOf');
  const format = useFormat();
  const writes = useMay()('inquiries.write');
  const { code, isOn, holds } = detector;
  return (
    <Section
      title={textIn(detector.text)}
      text={`${code} ${t(`act.${actOf(code)}`)}`}
      actions={
        <Group gap="xs">
          <Badge color={isOn ? 'green' : 'gray'}>{t(isOn ? 'detectorOn' : 'detectorOff')}</Badge>
          {holds && <Badge color="yellow">{t('holdsOn')}</Badge>}
        </Group>
      }
    >
      <Facts
        items={figuresOf(detector.thresholds).map(([name, figure]) => [
          nameOf(name),
          format.count(figure),
        ])}
      />
      {writes && <Change {...detector} />}
    </Section>
  );
};

const Change = ({ name, isOn, holds, thresholds }: Detector): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const nameOf = useNameOfFigure('thresholdOf');
  return (
    <div>
      <ActionButton
        label={t('change')}
        fields={[
          { name: 'isOn', label: t('isOn'), kind: 'yes', initial: isOn ? 'yes' : '' },
          { name: 'holds', label: t('holds'), kind: 'yes', initial: holds ? 'yes' : '' },
          ...figuresOf(thresholds).map(([figure, value]) => ({
            name: `figure.${figure}`,
            label: nameOf(figure),
            kind: 'number' as const,
            initial: String(value),
          })),
        ]}
        run={(answers) =>
          read(
            api.PUT('/api/v1/operator/detectors/{name}', {
              params: { path: { name } },
              body: {
                isOn: answers['isOn'] === 'yes',
                holds: answers['holds'] === 'yes',
                thresholds: Object.fromEntries(
                  figuresOf(thresholds).map(([figure]) => [
                    figure,
                    Number(answers[`figure.${figure}`]),
                  ]),
                ),
              },
            }),
          )
        }
      />
    </div>
  );
};

const figuresOf = (thresholds: object): [string, number][] =>
  Object.entries(thresholds as Record<string, number>);
