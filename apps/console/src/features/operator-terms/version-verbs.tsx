import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, read } from '../../api/client.js';
import { ActionButton } from '../../ui/action-button.js';
import { isPublic } from './version.js';
import type { VersionText } from './version.js';

interface VersionVerbsProps {
  readonly slug: string;
  readonly version: VersionText;
}

/** What may be done with a version in its state. */
export const VersionVerbs = ({ slug, version }: VersionVerbsProps): ReactNode => {
  const { t } = useTranslation('operator-terms');
  const navigate = useNavigate();
  const { number, state, hash } = version;
  const at = { params: { path: { slug, number } } };
  const path = '/api/v1/operator/terms/{slug}/versions/{number}';
  return (
    <>
      {state === 'draft' && (
        <ActionButton
          label={t('submit.verb')}
          text={t('submit.text')}
          size="sm"
          variant="filled"
          run={() => read(api.POST(`${path}/submit`, at))}
        />
      )}
      {state === 'in_review' && hash !== null && (
        <ActionButton
          label={t('approve.verb')}
          text={t('approve.text', { hash: hash.slice(0, 12) })}
          size="sm"
          variant="filled"
          run={() => read(api.POST(`${path}/approve`, { ...at, body: { hash } }))}
        />
      )}
      {state === 'approved' && (
        <ActionButton
          label={t('publish.verb')}
          text={t('publish.text')}
          size="sm"
          variant="filled"
          fields={[{ name: 'effectiveOn', label: t('publish.day'), kind: 'date' }]}
          run={(body) => read(api.POST(`${path}/publish`, { ...at, body }))}
        />
      )}
      {(state === 'in_review' || state === 'approved') && (
        <ActionButton
          label={t('giveBack.verb')}
          text={t('giveBack.text')}
          size="sm"
          run={() => read(api.POST(`${path}/give-back`, at))}
        />
      )}
      {!isPublic(version) && (
        <ActionButton
          label={t('discard.verb')}
          text={t('discard.text')}
          size="sm"
          dangerous
          run={async () => {
            await read(api.DELETE(path, at));
            await navigate('/operator/terms');
          }}
        />
      )}
    </>
  );
};
