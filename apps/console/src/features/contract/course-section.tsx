import { Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { ProblemAlert } from '../../ui/problem-text.js';
import { sayDone } from '../../ui/say.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';
import { useNameOfCode } from '../../ui/catalogue.js';
import { useWish } from './contract.js';
import type { Contract } from './contract.js';

const colors = { open: 'ai', accepted: 'green', declined: 'red', withdrawn: 'gray' } as const;

/** Courses and options in force and to come, and the wishes to change them. */
export const CourseSection = ({
  contract: { courses, options, changeRequests, serviceStartDate, can },
}: {
  contract: Contract;
}): ReactNode => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const nameOf = useNameOfCode();
  // What was agreed for the month in which service starts is had from the day of the start on.
  const since = (month: string): string =>
    [`${month}-01`, serviceStartDate ?? ''].toSorted().at(-1) ?? month;
  const may = useMay();
  const withdrawing = useWish(
    (changeRequestId: string) =>
      read(
        api.POST('/api/v1/contract/change-requests/{changeRequestId}/withdraw', {
          params: { path: { changeRequestId } },
        }),
      ),
    () => {
      sayDone(t('course.withdrawn'));
    },
  );
  return (
    <Section
      title={t('course.title')}
      actions={
        can.changeCourse &&
        may('contract.write') && (
          <Button component={Link} to="/contract/change" variant="light">
            {t('course.change')}
          </Button>
        )
      }
    >
      <ProblemAlert error={withdrawing.error} />
      <List>
        {courses.map(({ courseCode, from }) => (
          <List.Item key={courseCode + from}>
            {t('course.from', { name: nameOf(courseCode), from: format.day(since(from)) })}
          </List.Item>
        ))}
        {options.map(({ optionCode, from, until }) => (
          <List.Item key={optionCode + from}>
            {until === null
              ? t('course.option', { name: nameOf(optionCode), from: format.day(since(from)) })
              : t('course.optionUntil', {
                  name: nameOf(optionCode),
                  from: format.day(since(from)),
                  until: format.day(until),
                })}
          </List.Item>
        ))}
      </List>
      {changeRequests.length > 0 && (
        <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {changeRequests.map(({ id, state, channel, arrivedAt, fromMonth, reason, ...wish }) => (
            <Group component="li" key={id} gap="sm" justify="space-between">
              <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
                <Text>
                  <Badge color={colors[state]} mr="xs">
                    {t(`course.state.${state}`)}
                  </Badge>
                  {t('course.wish', {
                    month: format.month(fromMonth),
                    what: [
                      ...(wish.courseCode === null ? [] : [nameOf(wish.courseCode)]),
                      ...wish.addOptions.map((code) => `+ ${nameOf(code)}`),
                      ...wish.dropOptions.map((code) => `− ${nameOf(code)}`),
                    ].join(', '),
                  })}
                </Text>
                <Text size="sm" c="dimmed">
                  {t('arrived', { at: format.arrival(arrivedAt, channel) })}
                  {reason !== null && ` · ${reason}`}
                </Text>
              </div>
              {state === 'open' && may('contract.write') && (
                <Button
                  variant="default"
                  size="xs"
                  loading={withdrawing.isPending}
                  onClick={() => {
                    withdrawing.mutate(id);
                  }}
                >
                  {t('course.withdraw')}
                </Button>
              )}
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
};
