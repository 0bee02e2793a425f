import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { CardSummary } from '@num-ecard/contracts/cards';
import { MAX_LINKS_PER_CARD, type UsageSources } from '@num-ecard/contracts/usage';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel';
import { ICON } from '../../../ui/theme';
import { LinkDialog, type LinkStep } from './link-dialog';
import { LinkList } from './link-list';
import { linkRows } from './link-rows';
import { namedLinksQuery } from './named-links.query';

/** A card's named links: made, shown, printed and deleted here. */
export function LinksPanel({ card, usage }: { card: CardSummary; usage: UsageSources | undefined }) {
  const { t } = useTranslation('sources');
  const query = useQuery(namedLinksQuery(card.id));
  const [opened, { open, close }] = useDisclosure();
  const [step, setStep] = useState<LinkStep>({ kind: 'create' });
  const createButton = useRef<HTMLButtonElement>(null);
  const taken = query.data?.links.length ?? 0;
  const go = (next: LinkStep) => {
    setStep(next);
    open();
  };
  return (
    <>
      <Panel
        title={t('links.title')}
        hint={t('links.hint')}
        query={query}
        height="var(--num-links-height)"
        isEmpty={({ links }) => linkRows(links, usage).length === 0}
        emptyText={t('links.empty')}
        actions={
          taken < MAX_LINKS_PER_CARD ? (
            <Button
              ref={createButton}
              leftSection={<IconPlus size={ICON.small} aria-hidden />}
              onClick={() => go({ kind: 'create' })}
            >
              {t('create.open')}
            </Button>
          ) : (
            <Text size="sm">{t('problem.limit', { most: MAX_LINKS_PER_CARD })}</Text>
          )
        }
      >
        {({ links }) => (
          <LinkList rows={linkRows(links, usage)} onOpen={(link) => go({ kind: 'show', link })} />
        )}
      </Panel>
      <LinkDialog
        card={card}
        taken={taken}
        step={step}
        opened={opened}
        onStep={setStep}
        onClose={close}
        onClosed={() => {
          // The button of a deleted link is no longer there to return to.
          if (document.activeElement === document.body) createButton.current?.focus();
        }}
      />
    </>
  );
}

/** The named links of all cards: their figures alone. */
export function EveryLinkPanel({ query }: { query: UseQueryResult<UsageSources> }) {
  const { t } = useTranslation('sources');
  return (
    <Panel
      title={t('links.title')}
      hint={t('links.everyHint')}
      query={query}
      height="var(--num-links-height)"
      isEmpty={(usage) => usage.links.length === 0}
      emptyText={t('links.empty')}
    >
      {(usage) => <LinkList rows={linkRows(undefined, usage)} />}
    </Panel>
  );
}
