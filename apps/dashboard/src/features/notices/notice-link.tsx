import { Anchor, type AnchorProps } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

interface NoticeLinkProps extends AnchorProps {
  /** Of the dashboard, as the server tells it: known only when it comes. */
  path: string;
  onFollow(): void;
  children: ReactNode;
}

/** Leads to what a notice is about, without loading the page anew. */
export function NoticeLink({ path, onFollow, children, ...rest }: NoticeLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    onFollow();
    // In a new tab or window, by the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(path);
  };
  return (
    <Anchor href={path} onClick={follow} {...rest}>
      {children}
    </Anchor>
  );
}
