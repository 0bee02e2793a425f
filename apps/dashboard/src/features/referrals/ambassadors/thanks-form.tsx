import { Badge, Button, Divider, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import type { Account } from '@num-ecard/contracts/accounts';
import { type Ambassador, Thanks } from '@num-ecard/contracts/referral-ambassadors';
import { thanksText } from '@num-ecard/contracts/referral-thanks';
import { IconSend } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON, WEIGHT } from '../../../ui/theme';
import { Failure } from './failure';
import { useAmbassador } from './use-ambassador';

interface ThanksFormProps {
  ambassador: Ambassador;
  account: Pick<Account, 'name' | 'locale'>;
  onDone(): void;
}

/** Thanks an ambassador by e-mail, in the owner's words if there are any; below, what the e-mail says. */
export function ThanksForm({ ambassador, account, onDone }: ThanksFormProps) {
  const { t } = useTranslation('ambassadors');
  const { thanking } = useAmbassador(ambassador.id);
  const [typed, setTyped] = useState('');
  const wanted = { message: typed.trim() === '' ? null : typed.trim() };
  const isTooLong = !Thanks.safeParse(wanted).success;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTooLong) thanking.mutate(wanted, { onSuccess: onDone });
      }}
    >
      <Stack>
        <Text>{t('thanks.to', { email: ambassador.email })}</Text>
        <Textarea
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that was pressed
          autoFocus
          label={t('thanks.words')}
          description={t('thanks.wordsHint')}
          error={isTooLong ? t('thanks.tooLong') : undefined}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autosize
          minRows={3}
          maxRows={10}
        />
        <Preview words={wanted.message} {...account} />
        {thanking.error && <Failure error={thanking.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            loading={thanking.isPending}
            leftSection={<IconSend size={ICON.small} aria-hidden />}
          >
            {t('thanks.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Preview({ words, name, locale }: { words: string | null } & ThanksFormProps['account']) {
  const { t } = useTranslation('ambassadors');
  const id = useId();
  const { subject, heading, paragraphs, label, notes } = thanksText(locale, name, words);
  return (
    <Stack gap="xs" role="group" aria-labelledby={id}>
      <Title order={3} id={id}>
        {t('thanks.preview')}
      </Title>
      <Paper p="md" lang={locale} style={{ overflowWrap: 'anywhere' }}>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {subject}
          </Text>
          <Divider />
          <Text fw={WEIGHT.bold}>{heading}</Text>
          {paragraphs.map((text, index) => (
            <Text key={index}>{text}</Text>
          ))}
          <Badge size="lg" radius="sm">
            {label}
          </Badge>
          {notes.map((text) => (
            <Text key={text} size="sm" c="dimmed">
              {text}
            </Text>
          ))}
        </Stack>
      </Paper>
    </Stack>
  );
}
