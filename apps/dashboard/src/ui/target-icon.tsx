import { ThemeIcon } from '@mantine/core';
import {
  IconAddressBook,
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandTiktok,
  IconBrandWhatsapp,
  IconBrandX,
  IconBrandYoutube,
  IconCalendarEvent,
  IconHandClick,
  IconMail,
  IconMapPin,
  IconMessage,
  IconPhone,
  IconShare,
  IconUserPlus,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react';
import { ICON } from './theme';

const ICONS: Readonly<Record<string, TablerIcon>> = {
  phone: IconPhone,
  sms: IconMessage,
  email: IconMail,
  whatsapp: IconBrandWhatsapp,
  linkedin: IconBrandLinkedin,
  instagram: IconBrandInstagram,
  facebook: IconBrandFacebook,
  x: IconBrandX,
  youtube: IconBrandYoutube,
  tiktok: IconBrandTiktok,
  website: IconWorld,
  address: IconMapPin,
  vcard: IconAddressBook,
  share: IconShare,
  referral: IconUserPlus,
  calendar: IconCalendarEvent,
};

/** A button's icon; beside its name, so it says nothing of its own. */
export function TargetIcon({ target }: { target: string }) {
  return (
    <ThemeIcon variant="light" size="md" aria-hidden>
      <TargetSign target={target} />
    </ThemeIcon>
  );
}

/** The same without a ground, where there is little room. */
export function TargetSign({ target }: { target: string }) {
  const Icon = (Object.hasOwn(ICONS, target) ? ICONS[target] : undefined) ?? IconHandClick;
  return <Icon size={ICON.small} aria-hidden />;
}
