import { Box, Grid, SegmentedControl, Stack } from '@mantine/core';
import type { CardDetail } from '@num-ecard/contracts/card-editing';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressFields } from './address-fields';
import { CardPreview } from './card-preview';
import { ContactFields } from './contact-fields';
import { IdentityFields } from './identity-fields';
import { LeaveGuard } from './leave-guard';
import { LookFields } from './look-fields';
import { NetworkFields } from './network-fields';
import { SaveBar } from './save-bar';
import { useCardForm } from './use-card-form';

interface CardEditorProps {
  loaded: CardDetail;
  onSaved(): void;
}

/** The form beside the card as it would be; on a phone one or the other. */
export function CardEditor({ loaded, onSaved }: CardEditorProps) {
  const { t } = useTranslation(['card-editor', 'translation']);
  const editor = useCardForm(loaded, onSaved);
  const [shown, setShown] = useState<'edit' | 'preview'>('edit');
  const switcher = useRef<HTMLDivElement>(null);
  const { form, saved, dirty } = editor;
  // Both stay mounted: neither what is typed nor how far the card was scrolled is lost.
  const only = (side: typeof shown) => ({ base: shown === side ? 'block' : 'none', md: 'block' });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        editor.save();
      }}
    >
      <Stack gap="lg">
        <SegmentedControl
          ref={switcher}
          hiddenFrom="md"
          fullWidth
          transitionDuration={0}
          aria-label={t('card-editor:show')}
          value={shown}
          onChange={(side) => {
            setShown(side);
            // The card in whole, not below the page's head.
            if (side === 'preview') switcher.current?.scrollIntoView();
          }}
          style={{ scrollMarginTop: 'var(--num-below-header)' }}
          data={[
            { value: 'edit', label: t('card-editor:edit') },
            { value: 'preview', label: t('card-editor:preview.title') },
          ]}
        />
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 7 }} display={only('edit')}>
            <Stack gap="lg">
              <IdentityFields form={form} />
              <ContactFields form={form} />
              <AddressFields form={form} />
              <NetworkFields form={form} />
              <LookFields form={form} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }} display={only('preview')}>
            <Box pos={{ md: 'sticky' }} top="var(--num-below-header)">
              <CardPreview card={saved} values={form.values} />
            </Box>
          </Grid.Col>
        </Grid>
        <SaveBar editor={editor} />
      </Stack>
      <LeaveGuard dirty={dirty} />
    </form>
  );
}
