import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Drawer.css';
import { Drawer, type DrawerRootProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { WEIGHT } from './theme';

interface SidePanelProps extends Omit<DrawerRootProps, 'title' | 'size' | 'position'> {
  title: ReactNode;
  /** Of the cross that closes it. */
  closeLabel: string;
  children: ReactNode;
}

/** Mantine's drawer beside a list, on a phone the whole screen; its header would be told to screen readers as a second one of the page. */
export function SidePanel({ title, closeLabel, children, ...root }: SidePanelProps) {
  return (
    <Drawer.Root position="right" size="var(--num-side-panel-width)" {...root}>
      <Drawer.Overlay />
      <Drawer.Content bg="var(--num-surface)">
        <Drawer.Header role="none" bg="var(--num-surface)">
          <Drawer.Title fw={WEIGHT.bold}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={closeLabel} />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
