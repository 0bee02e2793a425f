import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './live-figure.module.css';

interface LiveFigureProps {
  value: number;
}

/** A count in the reader's notation, lit up for a moment whenever it changes while being looked at. */
export function LiveFigure({ value }: LiveFigureProps) {
  const { i18n } = useTranslation();
  const [first] = useState(value);
  const className = value === first ? classes['figure'] : `${classes['figure']} ${classes['changed']}`;
  // A new key is a new element: that is what starts the animation again.
  return (
    <span key={value} className={className}>
      {new Intl.NumberFormat(i18n.language).format(value)}
    </span>
  );
}
