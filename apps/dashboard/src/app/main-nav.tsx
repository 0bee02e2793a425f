import { Flex, Group, Stack, Text } from '@mantine/core';
import { CatchBoundary, useRouterState } from '@tanstack/react-router';
import { IconChartBar, IconId, IconUsersGroup } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchCode } from '../lib/fetch-code';
import { EVERY_CARD } from '../lib/usage-search';
import { LinkBlock, LinkButton } from '../ui/router-link';
import { ICON, WEIGHT } from '../ui/theme';
import { USAGE_PAGES } from './usage-pages';

const WaitingCount = lazy(() =>
  fetchCode(() =>
    import('../features/referrals/told/waiting-count').then((module) => ({ default: module.WaitingCount })),
  ),
);

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

const usePlace = () => useRouterState({ select: ({ location }) => placeOf(location.pathname) });

/** The card that is looked at comes along where there is one to look at: usage and the card itself. */
function useCardSearch(): (name: PlaceName) => { card?: string } {
  const card = useRouterState({ select: ({ location }) => location.search.card });
  return (name) => (name === 'referrals' || card === undefined || card === EVERY_CARD ? {} : { card });
}

interface NavProps {
  /** Whether the account receives referrals, of which some may wait. */
  referrals: boolean;
}

/** Beside the name of a place; where its code cannot be fetched, the way there stays. */
function Waiting({ of, referrals }: NavProps & { of: PlaceName }) {
  if (!referrals || of !== 'referrals') return null;
  return (
    <CatchBoundary getResetKey={() => 'waiting'} errorComponent={() => null}>
      <Suspense>
        <WaitingCount />
      </Suspense>
    </CatchBoundary>
  );
}

/** The places of the dashboard, in the header of a wide screen. */
export function HeaderNav({ referrals }: NavProps) {
  const { t } = useTranslation();
  const here = usePlace();
  const search = useCardSearch();
  return (
    <Group component="nav" aria-label={t('nav.main')} gap="xs" visibleFrom="sm">
      {PLACES.map(({ name, to, Icon }) => (
        <LinkButton
          key={name}
          to={to}
          search={search(name)}
          {...(name === here ? { variant: 'light' } : { variant: 'subtle', color: 'gray' })}
          aria-current={name === here ? 'true' : undefined}
          leftSection={<Icon size={ICON.medium} aria-hidden />}
        >
          <Group gap="xs" wrap="nowrap">
            {t(`nav.${name}`)} <Waiting of={name} referrals={referrals} />
          </Group>
        </LinkButton>
      ))}
    </Group>
  );
}

/** The same at the foot of a phone's screen, under the thumb. */
export function FootNav({ referrals }: NavProps) {
  const { t } = useTranslation();
  const here = usePlace();
  const search = useCardSearch();
  return (
    <Flex component="nav" aria-label={t('nav.main')} h="100%">
      {PLACES.map(({ name, to, Icon }) => (
        <LinkBlock
          key={name}
          to={to}
          search={search(name)}
          flex={1}
          miw={0}
          c={name === here ? 'var(--mantine-color-anchor)' : 'dimmed'}
          aria-current={name === here ? 'true' : undefined}
        >
          <Stack gap={0} align="center" justify="center" h="100%">
            <Group gap="xs" wrap="nowrap">
              <Icon size={ICON.medium} aria-hidden />
              <Waiting of={name} referrals={referrals} />
            </Group>
            <Text size="xs" fw={WEIGHT.medium} maw="100%" truncate>
              {t(`nav.${name}`)}
            </Text>
          </Stack>
        </LinkBlock>
      ))}
    </Flex>
  );
}
