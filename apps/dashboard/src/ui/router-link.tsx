import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  UnstyledButton,
  type UnstyledButtonProps,
} from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import { type ComponentPropsWithRef, forwardRef } from 'react';

const AnchorBase = forwardRef<
  HTMLAnchorElement,
  AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>
>((props, ref) => <Anchor {...props} ref={ref} />);
const ButtonBase = forwardRef<
  HTMLAnchorElement,
  ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>
>((props, ref) => <Button component="a" {...props} ref={ref} />);

const BlockBase = forwardRef<
  HTMLAnchorElement,
  UnstyledButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof UnstyledButtonProps>
>((props, ref) => <UnstyledButton component="a" {...props} ref={ref} />);

/** Mantine's anchor and buttons as typed links of the router. */
export const LinkAnchor: LinkComponent<typeof AnchorBase> = createLink(AnchorBase);
export const LinkButton: LinkComponent<typeof ButtonBase> = createLink(ButtonBase);
export const LinkBlock: LinkComponent<typeof BlockBase> = createLink(BlockBase);
