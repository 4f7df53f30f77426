import { Button, Group, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { idempotencyKey } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { FormInput } from './form-input.js';
import type { Answers, FormField } from './form-input.js';
import { ProblemAlert } from './problem-text.js';
import { sayDone } from './say.js';

export interface ActionFormProps<Field extends FormField> {
  readonly verb: string;
  readonly fields?: readonly Field[];
  /** Answers are texts: '' for what was left empty, 'yes' for a ticked box. */
  readonly run: (answers: Answers<Field>, key: string) => Promise<unknown>;
  /** What is said when it is done. */
  readonly done?: string;
  readonly dangerous?: boolean;
  readonly onClose?: () => void;
}

/** Fields and a verb. What was read before is read anew when it is done, since verbs reach far. */
export const ActionForm = <const Field extends FormField>({
  verb,
  fields = [],
  run,
  done,
  dangerous,
  onClose,
}: ActionFormProps<Field>): ReactNode => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [answers, setAnswers] = useState(() => firstAnswers(fields));
  const [key, setKey] = useState(idempotencyKey);
  const acting = useMutation({
    mutationFn: () => run(answers as Answers<Field>, key),
    onSuccess: async () => {
      setKey(idempotencyKey());
      sayDone(done ?? t('done'));
      onClose?.();
      await queries.invalidateQueries();
    },
    onError: (error) => {
      // After a refusal the next try is another request; after a lost answer it is the same.
      if (error instanceof ApiProblem) setKey(idempotencyKey());
    },
  });
  const problems = acting.error instanceof ApiProblem ? acting.error.fields : [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        acting.mutate();
      }}
    >
      <Stack>
        <ProblemAlert error={acting.error} />
        {fields.map((field) => (
          <Fragment key={field.name}>
            {field.heading && (
              <Title order={2} mt="sm">
                {field.heading}
              </Title>
            )}
            <FormInput
              field={field}
              value={answers[field.name] ?? ''}
              wrong={problems.some((problem) => problem.field === field.name)}
              onChange={(value) => {
                setAnswers((before) => ({ ...before, [field.name]: value }));
              }}
            />
          </Fragment>
        ))}
        <Group justify="flex-end">
          {onClose && (
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          )}
          <Button type="submit" loading={acting.isPending} color={dangerous ? 'red' : 'ai'}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

const firstAnswers = (fields: readonly FormField[]): Record<string, string> =>
  Object.fromEntries(
    fields.map(({ name, initial, choices }) => [name, initial ?? choices?.[0]?.value ?? '']),
  );
