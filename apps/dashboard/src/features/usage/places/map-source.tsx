import { Anchor, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

interface MapSourceProps {
  links: readonly { readonly text: string; readonly href: string }[];
  /** What was done to it: licences ask for that as well. */
  change: string;
}

/** Whose work a map is. */
export function MapSource({ links, change }: MapSourceProps) {
  const { t } = useTranslation(['places', 'translation']);
  return (
    <Text size="xs" c="dimmed">
      {t('places:map.madeFrom')}{' '}
      {links.map(({ text, href }) => (
        <Fragment key={href}>
          <Anchor href={href} target="_blank" rel="noreferrer" underline="always">
            {text}
          </Anchor>
          {', '}
        </Fragment>
      ))}
      {change}
    </Text>
  );
}
