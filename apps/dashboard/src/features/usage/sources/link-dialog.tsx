import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Modal } from '@mantine/core';
import type { CardSummary } from '@num-ecard/contracts/cards';
import type { NamedLink } from '@num-ecard/contracts/usage';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { WEIGHT } from '../../../ui/theme';
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
    <Modal.Root
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClosed}
      // A stray click would lose what was typed.
      closeOnClickOutside={step.kind !== 'create'}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* An HTML header would be taken for the page's own. */}
        <Modal.Header role="none" bg="var(--num-surface)">
          <Modal.Title fw={WEIGHT.bold}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </Modal.Header>
        <Modal.Body ref={body}>
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
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
