import { Alert, Anchor, Stack } from '@mantine/core';
import { IconLock, IconShieldLock, IconUserShield } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/session.js';
import { useFormat } from '../../ui/use-format.js';
import { StopActing } from './stop-acting.js';

/** What stands above every page: acting for a tenant, a reported leak, a missing second factor. */
export const Banners = (): ReactNode => {
  const { t } = useTranslation();
  const format = useFormat();
  const { acting, frozen, secondFactorNeeded, kind } = useSession();
  if (!acting && !frozen && !secondFactorNeeded) return null;
  const security = kind === 'operator' ? '/operator/security' : '/settings/security';
  return (
    <Stack gap="sm" mb="lg">
      {acting && (
        <Alert
          color="orange"
          icon={<IconUserShield size={20} />}
          title={t('banner.acting', {
            tenant: acting.tenantName,
            until: format.instant(acting.until),
          })}
        >
          {t('banner.actingText')}
          <br />
          <StopActing tenantId={acting.tenantId} />
        </Alert>
      )}
      {frozen && (
        <Alert color="red" icon={<IconLock size={20} />} title={t('banner.frozen')}>
          {t('banner.frozenText', { since: format.instant(frozen.since) })}
        </Alert>
      )}
      {secondFactorNeeded && (
        <Alert color="yellow" icon={<IconShieldLock size={20} />} title={t('banner.secondFactor')}>
          {t('banner.secondFactorText')}{' '}
          <Anchor component={Link} to={security}>
            {t('banner.toSecurity')}
          </Anchor>
        </Alert>
      )}
    </Stack>
  );
};
