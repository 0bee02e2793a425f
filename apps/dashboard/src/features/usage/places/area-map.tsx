import '@mantine/core/styles/Tooltip.css';
import { Text, Tooltip } from '@mantine/core';
import { useRovingIndex } from '@mantine/hooks';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shareText } from '@num-ecard/contracts/numbers';
import { WEIGHT } from '../../../ui/theme';
import classes from './area-map.module.css';
import type { AreaShapes } from './area-shape';
import { type ColourStep, colourOf } from './colour-steps';
import { type AreaFigures, visited } from './map-figures';

interface AreaMapProps extends AreaShapes {
  label: string;
  figures: ReadonlyMap<string, AreaFigures>;
  steps: readonly ColourStep[];
  /** Of an area without visits. */
  nameOf(code: string): string;
  chosen: string | undefined;
  onChoose(code: string): void;
}

/**
 * Areas coloured by their visits. Those with visits are buttons, and one stop of the keyboard: the arrows go from one to the
 * next, most visited first.
 */
export function AreaMap({ label, size, shapes, figures, steps, nameOf, chosen, onChoose }: AreaMapProps) {
  const { t, i18n } = useTranslation(['places', 'translation']);
  const anchorId = useId();
  const [active, setActive] = useState<string>();
  const codes = shapes.map(({ code }) => code);
  const order = visited(codes, figures).map(({ code }) => code);
  const { getItemProps } = useRovingIndex({ total: order.length, orientation: 'both' });
  const shown = shapes.find(({ code }) => code === active);
  const marked = shapes.filter(({ code }) => code === chosen || code === active);
  const share = (code: string) => shareText(figures.get(code)?.share ?? 0, i18n.language);
  const visits = (code: string) => t('places:visits', { count: figures.get(code)?.views ?? 0 });
  const leave = (code: string) => setActive((now) => (now === code ? undefined : now));

  const button = (code: string, name: string) => {
    const { ref, ...item } = getItemProps({
      index: order.indexOf(code),
      onClick: () => onChoose(code),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') setActive(undefined);
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(code);
      },
    });
    return {
      ...item,
      // The hook only focuses it, which elements of SVG can be as well.
      ref: ref as unknown as Ref<SVGPathElement>,
      role: 'button',
      className: classes['visited'],
      'aria-label': t('places:areaLabel', { name, visits: visits(code), share: share(code) }),
      'aria-pressed': code === chosen,
      onFocus: () => setActive(code),
      onBlur: () => leave(code),
    };
  };

  return (
    <>
      <svg viewBox={`0 0 ${size.join(' ')}`} role="group" aria-label={label} className={classes['map']}>
        {shapes.map(({ code, path }) => {
          const found = figures.get(code);
          return (
            <path
              key={code}
              d={path}
              fill={colourOf(found?.views ?? 0, steps)}
              onPointerEnter={() => setActive(code)}
              onPointerLeave={() => leave(code)}
              {...(found && button(code, found.name))}
            />
          );
        })}
        {/* Drawn once more, last: a neighbour would cover half of the line around it. */}
        {marked.map(({ code, path }) => (
          <path
            key={code}
            d={path}
            fill={colourOf(figures.get(code)?.views ?? 0, steps)}
            className={classes['mark']}
            aria-hidden
          />
        ))}
        {shown && <circle id={anchorId} cx={shown.anchor[0]} cy={shown.anchor[1]} r={1} fill="none" />}
      </svg>
      {shown && (
        <Tooltip
          key={shown.code}
          opened
          withinPortal={false}
          target={`[id="${anchorId}"]`}
          transitionProps={{ duration: 0 }}
          className={classes['tooltip'] ?? ''}
          label={
            <>
              <Text size="sm" fw={WEIGHT.bold}>
                {figures.get(shown.code)?.name ?? nameOf(shown.code)}
              </Text>
              <Text size="sm">
                {figures.has(shown.code)
                  ? t('places:told', { visits: visits(shown.code), share: share(shown.code) })
                  : visits(shown.code)}
              </Text>
            </>
          }
        />
      )}
    </>
  );
}
