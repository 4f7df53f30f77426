import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';

const kinds = ['blocked', 'shortener'] as const;

/** Puts a host on the list, or changes its line. */
export const LinkHostButton = ({ line }: { line?: Schema<'LinkHostView'> }): ReactNode => {
  const { t } = useTranslation('operator-desk');
  const host = { name: 'host', label: t('host'), text: t('hostText') } as const;
  const rest = [
    {
      name: 'kind',
      label: t('hostKind'),
      choices: kinds.map((value) => ({ value, label: t(`hostKindOf.${value}`) })),
      initial: line?.kind ?? 'blocked',
    },
    {
      name: 'note',
      label: t('hostNote'),
      kind: 'long',
      initial: line?.note ?? '',
      optional: true,
    },
  ] as const;
  return (
    <ActionButton
      label={t(line ? 'changeHost' : 'addHost')}
      {...(!line && { size: 'sm', variant: 'filled' })}
      fields={line ? rest : [host, ...rest]}
      run={({ host: name, kind, note }) =>
        read(
          api.PUT('/api/v1/operator/link-hosts/{host}', {
            params: { path: { host: line?.host ?? name.trim() } },
            body: { kind, note },
          }),
        )
      }
    />
  );
};
