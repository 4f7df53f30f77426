import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { useTextIn } from '../../../i18n/language.js';
import { ActionButton } from '../../../ui/action-button.js';
import { DataTable } from '../../../ui/data-table.js';
import { Section } from '../../../ui/section.js';
import { namesOf, useNameFields } from './names.js';
import { RuleTexts } from './rule-texts.js';
import { rulesOf, useRuleFields } from './term-rules.js';

type Course = Schema<'CourseView'>;

export const CoursesSection = ({ courses }: { courses: readonly Course[] }): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const textIn = useTextIn();
  const writes = useMay()('contracts.write');
  return (
    <Section title={t('courses.title')} text={t('courses.text')} actions={writes && <CourseVerb />}>
      <DataTable
        label={t('courses.title')}
        empty={t('courses.none')}
        rows={courses}
        keyOf={({ code }) => code}
        columns={[
          { head: t('code'), cell: ({ code }) => code },
          { head: t('name'), cell: ({ names }) => textIn(names) },
          { head: t('rules'), cell: ({ termRules }) => <RuleTexts rules={termRules} /> },
          {
            head: t('state'),
            cell: ({ onSale }) => (
              <Badge color={onSale ? 'green' : 'gray'}>{t(onSale ? 'onSale' : 'notOnSale')}</Badge>
            ),
          },
          { head: t('doIt'), cell: (course) => writes && <CourseVerb course={course} /> },
        ]}
      />
    </Section>
  );
};

/** Adds a course, or changes one. */
const CourseVerb = ({ course }: { course?: Course }): ReactNode => {
  const { t } = useTranslation('operator-setup');
  const names = useNameFields(course?.names);
  const rules = useRuleFields(course?.termRules);
  const { afterMails, bounceRate, complaintRate } = course?.qualityGate ?? {};
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
  const gate = (name: string, value: number | undefined) =>
    ({
      name,
      label: t(`gate.${name}`),
      text: t('gate.asUsual'),
      kind: 'number',
      optional: true,
      initial: number(value),
    }) as const;
  return (
    <ActionButton
      key={JSON.stringify(course)}
      label={t(course ? 'action.edit' : 'courses.add')}
      title={course ? t('courses.change', { code: course.code }) : t('courses.add')}
      text={t(course ? 'courses.changeText' : 'courses.addText')}
      done={t('kept')}
      fields={[
        ...names,
        ...rules,
        gate('afterMails', afterMails),
        gate('bouncesPerThousand', bounceRate && Math.round(bounceRate * 1000)),
        gate('complaintsPerThousand', complaintRate && Math.round(complaintRate * 1000)),
        {
          name: 'onSale',
          label: t('onSaleText'),
          kind: 'yes',
          initial: (course?.onSale ?? true) ? 'yes' : '',
        },
      ]}
      run={(answers) => {
        const body = courseOf(answers);
        return course
          ? read(
              api.PUT('/api/v1/operator/courses/{code}', {
                params: { path: { code: course.code } },
                body,
              }),
            )
          : read(
              api.POST('/api/v1/operator/courses', {
                body: { ...body, code: answers['code'] ?? '' },
              }),
            );
      }}
    />
  );
};

const courseOf = (answers: Readonly<Record<string, string>>): Schema<'CourseChangesDto'> => {
  const { afterMails, bouncesPerThousand, complaintsPerThousand } = answers;
  return {
    names: namesOf(answers),
    termRules: rulesOf(answers),
    qualityGate: {
      ...(afterMails && { afterMails: Number(afterMails) }),
      ...(bouncesPerThousand && { bouncesPerThousand: Number(bouncesPerThousand) }),
      ...(complaintsPerThousand && { complaintsPerThousand: Number(complaintsPerThousand) }),
    },
    onSale: answers['onSale'] === 'yes',
  };
};
