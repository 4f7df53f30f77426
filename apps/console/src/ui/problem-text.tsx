import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';
import { useTextIn } from '../i18n/language.js';

/** The words for whatever was thrown, in the reader's language. */
export const useTextOfError = (): ((error: unknown) => string) => {
  const { t } = useTranslation();
  const textIn = useTextIn();
  return (error) => {
    if (error instanceof ApiProblem) return error.texts ? textIn(error.texts) : error.message;
    return t(error instanceof TypeError ? 'error.network' : 'error.unknown');
  };
};

/** A refusal above the form that it is about; nothing when there is none. */
export const ProblemAlert = ({ error }: { error: unknown }): ReactNode => {
  const textOf = useTextOfError();
  const textIn = useTextIn();
  if (!error) return null;
  const fields = error instanceof ApiProblem ? error.fields : [];
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle size={20} />} title={textOf(error)}>
      {fields.length > 0 && (
        <List size="sm">
          {fields.map(({ field, code, messages }) => (
            <List.Item key={field + code} className="any-break">
              {field}: {textIn(messages)}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
};
