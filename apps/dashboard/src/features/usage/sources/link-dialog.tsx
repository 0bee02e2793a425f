import type { CardSummary } from '@num-ecard/contracts/cards';
import type { NamedLink } from '@num-ecard/contracts/usage';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog';
import { LinkDetails } from './link-details';
import { LinkRemoval } from './link-removal';
import { NewLinkForm } from './new-link-form';
import { useNamedLinks } from './use-named-links';

/** What the dialog is about: a link to be made, one to be shown, or one to be deleted. */
export type LinkStep =
  | { readonly kind: 'create' }
  | { readonly kind: 'show' | 'delete'; readonly link: NamedLink };

interface LinkDialogProps {
  card: CardSummary;
  /** How many links the card has. */
  taken: number;
  step: LinkStep;
  opened: boolean;
  onStep(step: LinkStep): void;
  onClose(): void;
  onClosed(): void;
}

/** One dialog for all that is done with a link, so that one step leads to the next. */
export function LinkDialog({ card, taken, step, opened, onStep, onClose, onClosed }: LinkDialogProps) {
  const { t } = useTranslation('sources');
  const { creating, removing } = useNamedLinks(card);
  const body = useRef<HTMLDivElement>(null);
  // The dialog does so when it opens; the step before took its focus along.
  useEffect(() => body.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [step.kind]);
  const close = () => {
    creating.reset();
    removing.reset();
    onClose();
  };
  const title =
    step.kind === 'create'
      ? t('create.title')
      : step.kind === 'show'
        ? step.link.label
        : t('remove.title', { label: step.link.label });
  return (
    <Dialog
      title={title}
      closeLabel={t('close')}
      bodyRef={body}
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClosed}
      // A stray click would lose what was typed.
      closeOnClickOutside={step.kind !== 'create'}
    >
      {step.kind === 'create' && (
        <NewLinkForm
          taken={taken}
          creating={creating}
          onCreated={(link) => onStep({ kind: 'show', link })}
          onCancel={close}
        />
      )}
      {step.kind === 'show' && (
        <LinkDetails card={card} link={step.link} onDelete={() => onStep({ ...step, kind: 'delete' })} />
      )}
      {step.kind === 'delete' && (
        <LinkRemoval
          link={step.link}
          removing={removing}
          onRemoved={close}
          onCancel={() => onStep({ ...step, kind: 'show' })}
        />
      )}
    </Dialog>
  );
}
