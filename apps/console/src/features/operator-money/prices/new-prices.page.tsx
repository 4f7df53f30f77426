import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, read } from '../../../api/client.js';
import type { Schema } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { useTextIn } from '../../../i18n/language.js';
import { ActionForm } from '../../../ui/action-form.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { Section } from '../../../ui/section.js';
import { NoPermission } from '../../../ui/states.js';
import { ChangesList } from './changes-list.js';
import { CourseFields } from './course-fields.js';
import { priceChanges } from './price-changes.js';
import { coursePrice, emptyCourse, typedCourse } from './typed-prices.js';
import { usePrices } from './use-prices.js';

/** The next price table, which begins as a copy of the latest one. @clause W4.6 */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-money');
  const writes = useMay()('billing.write');
  const prices = usePrices();
  return (
    <Page title={t('priceEdit.title')} lead={t('priceEdit.lead')} width={860}>
      {writes ? (
        <QueryView query={prices}>
          {({ items }) => (
            <Editor latest={items.find(({ state }) => state === 'published')?.courses ?? []} />
          )}
        </QueryView>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
};

const Editor = ({ latest }: { latest: readonly Schema<'CoursePriceDto'>[] }): ReactNode => {
  const { t } = useTranslation('operator-money');
  const navigate = useNavigate();
  const [courses, setCourses] = useState(() => latest.map(typedCourse));
  return (
    <>
      {courses.map((course, at) => (
        <CourseFields
          key={course.courseCode}
          course={course}
          onChange={(changed) => {
            setCourses((before) => before.map((each, i) => (i === at ? changed : each)));
          }}
          onRemove={() => {
            setCourses((before) => before.filter((_, i) => i !== at));
          }}
        />
      ))}
      <AddCourse
        taken={courses.map(({ courseCode }) => courseCode)}
        onAdd={(code) => {
          setCourses((before) => [...before, emptyCourse(code)]);
        }}
      />
      <Section title={t('changes')} text={t('changesText')}>
        <ChangesList changes={priceChanges(latest, courses.map(coursePrice))} />
      </Section>
      <Section title={t('priceEdit.keep')} text={t('priceEdit.keepText')}>
        <ActionForm
          verb={t('priceEdit.keep')}
          done={t('priceEdit.done')}
          fields={[{ name: 'effectiveFrom', label: t('effectiveFrom'), kind: 'month' }]}
          run={async ({ effectiveFrom }) => {
            const body = { effectiveFrom, courses: courses.map(coursePrice) };
            await read(api.POST('/api/v1/operator/prices', { body }));
            await navigate('/operator/prices');
          }}
        />
      </Section>
    </>
  );
};

/** A course of the catalogue that the table does not price yet. */
const AddCourse = ({
  taken,
  onAdd,
}: {
  readonly taken: readonly string[];
  readonly onAdd: (courseCode: string) => void;
}): ReactNode => {
  const { t } = useTranslation('operator-money');
  const textIn = useTextIn();
  const [chosen, setChosen] = useState('');
  const { data } = useQuery({
    queryKey: ['operator', 'catalogue'],
    queryFn: () => read(api.GET('/api/v1/operator/catalogue')),
  });
  const rest = (data?.courses ?? []).filter(({ code }) => !taken.includes(code));
  const [first] = rest;
  if (!first) return null;
  const code = rest.some((course) => course.code === chosen) ? chosen : first.code;
  return (
    <Stack gap="xs">
      <Group align="flex-end">
        <NativeSelect
          label={t('priceEdit.addCourse')}
          value={code}
          data={rest.map((course) => ({ value: course.code, label: textIn(course.names) }))}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
          }}
        />
        <Button
          variant="light"
          onClick={() => {
            onAdd(code);
          }}
        >
          {t('action.add')}
        </Button>
      </Group>
    </Stack>
  );
};
