import { Flex } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { IconChartBar, IconId, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../ui/router-link';
import { ICON } from '../ui/theme';
import { USAGE_PAGES } from './usage-pages';

const PLACES = [
  { name: 'usage', to: '/', Icon: IconChartBar },
  { name: 'referrals', to: '/referrals', Icon: IconUsersGroup },
  { name: 'card', to: '/card', Icon: IconId },
] as const;

type PlaceName = (typeof PLACES)[number]['name'];

/** Usage and referrals are two places that never mix; the card itself is the third. */
function placeOf(path: string): PlaceName | undefined {
  if (USAGE_PAGES.some(({ to }) => to === path)) return 'usage';
  return PLACES.find(({ to }) => to !== '/' && path.startsWith(to))?.name;
}

/** The places of the dashboard: in the header of a wide screen, at the foot of a phone's. */
export function MainNav({ foot = false }: { foot?: boolean }) {
  const { t } = useTranslation();
  const here = useRouterState({ select: ({ location }) => placeOf(location.pathname) });
  return (
    <Flex component="nav" aria-label={t('nav.main')} h="100%" align="center" gap={foot ? 0 : 'xs'}>
      {PLACES.map(({ name, to, Icon }) => (
        <LinkButton
          key={name}
          to={to}
          variant={name === here ? 'light' : 'subtle'}
          {...(name === here ? {} : { color: 'gray' })}
          aria-current={name === here ? 'true' : undefined}
          flex={foot ? 1 : 'none'}
          {...(foot ? { size: 'sm', px: 'xs', radius: 0, h: '100%' } : {})}
          leftSection={<Icon size={ICON.medium} aria-hidden />}
        >
          {t(`nav.${name}`)}
        </LinkButton>
      ))}
    </Flex>
  );
}
