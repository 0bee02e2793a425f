import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { WEIGHT } from './theme';

interface DialogProps extends Omit<ModalRootProps, 'title'> {
  title: string;
  /** Of the cross that closes it. */
  closeLabel: string;
  bodyRef?: Ref<HTMLDivElement>;
  children: ReactNode;
}

/** Mantine's modal, whose header would be told to screen readers as a second one of the page. */
export function Dialog({ title, closeLabel, bodyRef, children, ...root }: DialogProps) {
  return (
    <Modal.Root centered {...root}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header role="none" bg="var(--num-surface)">
          <Modal.Title fw={WEIGHT.bold}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={closeLabel} />
        </Modal.Header>
        <Modal.Body ref={bodyRef}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
