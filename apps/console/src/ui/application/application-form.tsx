import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { ActionForm } from '../action-form.js';
import type { FormField } from '../form-input.js';
import { QueryView } from '../query-view.js';
import { useApplicationFields } from './application-fields.js';
import type { Catalogue, TermsInForce } from './application-fields.js';

interface ApplicationFormProps {
  readonly verb: string;
  /** Questions before those about the applicant. */
  readonly first?: readonly FormField[];
  readonly run: (answers: Readonly<Record<string, string>>, key: string) => Promise<unknown>;
}

/** The application form of the service, with what is on sale and the terms that bind now. */
export const ApplicationForm = (props: ApplicationFormProps): ReactNode => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['application-form'],
    queryFn: async () => {
      const [catalogue, { items }] = await Promise.all([
        read(api.GET('/api/v1/catalogue')),
        read(api.GET('/api/v1/terms/in-force')),
      ]);
      return { catalogue, terms: items.filter(({ kind }) => kind === 'terms') };
    },
    staleTime: 0,
  });
  return (
    <QueryView query={query}>
      {({ catalogue, terms }) =>
        catalogue.courses.length === 0 || terms.length === 0 ? (
          <Alert color="yellow">{t('application.closed')}</Alert>
        ) : (
          <Questions {...props} catalogue={catalogue} terms={terms} />
        )
      }
    </QueryView>
  );
};

const Questions = ({
  catalogue,
  terms,
  first = [],
  verb,
  run,
}: ApplicationFormProps & {
  readonly catalogue: Catalogue;
  readonly terms: readonly TermsInForce[];
}): ReactNode => {
  const { t } = useTranslation();
  const fields = useApplicationFields(catalogue, terms);
  return (
    <ActionForm
      verb={verb}
      done={t('application.received')}
      fields={[...first, ...fields]}
      run={run}
    />
  );
};
