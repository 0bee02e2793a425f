import type { Locale } from '@num-ecard/contracts/locale';
import type { FastifyReply } from 'fastify';
import type { CardView } from '../../cards/page/card-view.js';
import { contentSecurityPolicy } from '../../cards/page/theme.js';
import { renderUnknownLinkPage } from '../page/consent-page.js';

/** Sends a page that is of one person: no cache keeps it, and whoever it links to does not learn its address. */
export function sendPage(reply: FastifyReply, { profile }: CardView, html: string, status = 200): void {
  void reply
    .status(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy(profile.color))
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(html);
}

export function sendUnknownLink(reply: FastifyReply, locale: Locale): void {
  void reply
    .status(404)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy())
    .header('cache-control', 'no-store')
    .send(renderUnknownLinkPage({ locale }));
}
