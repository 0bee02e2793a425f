import { Menu, type MenuItemProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import { type ComponentPropsWithRef, forwardRef } from 'react';

const MenuItemBase = forwardRef<
  HTMLAnchorElement,
  MenuItemProps & Omit<ComponentPropsWithRef<'a'>, keyof MenuItemProps>
>((props, ref) => <Menu.Item component="a" {...props} ref={ref} />);

/** Mantine's menu item as a typed link of the router. Apart from the other links, whose pages may have no menu. */
export const LinkMenuItem: LinkComponent<typeof MenuItemBase> = createLink(MenuItemBase);
