import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountChange, NewAccount, NewCard } from '@num-ecard/contracts/accounts';
import { z } from 'zod';
import { Accounts } from './accounts/accounts.service.js';
import { AccountsModule } from './accounts/accounts.module.js';
import { Cards } from './cards/cards.service.js';
import { ConfigModule } from './config/config.module.js';
import { readSettings } from './config/settings.js';
import { DatabaseModule } from './database/database.module.js';
import { explainStart } from './explain-start.js';
import { NotFound, ProblemError } from './http/problem-error.js';
import { AdminReportsQuery } from '@num-ecard/contracts/monthly-report';
import { Month } from '@num-ecard/contracts/referral-metrics';
import { ReportDeliveries } from './reporting/monthly/report-deliveries.js';
import { ReportDeliveriesModule } from './reporting/monthly/report-deliveries.module.js';
import { startSurroundings } from './surroundings.js';
import { TrackingModule, UsageKeeping } from './tracking/index.js';

const USAGE = `Usage: npm run admin -- COMMAND

  create-account --name NAME --email EMAIL --plan PLAN [--card SLUG …] [--locale fr|en] [--timezone ZONE]
                 [--external-id ID]     creates an account, its cards and the invitation to choose a password
  list-accounts                         every account, one line each
  change-account ID [--plan PLAN] [--name NAME] [--locale fr|en] [--timezone ZONE] [--months-kept 1…25]
  add-card ID --slug SLUG --title TITLE
  delete-account ID --yes               erases the account with its cards, visits and sign-in
  erase-usage ID --card SLUG --yes      erases all that was measured of a card; the card stays
  list-reports [--month YYYY-MM]        how the monthly e-mails have come along, and whose was refused
  retry-report ID --month YYYY-MM       has one that was given up sent after all
  rebuild-usage ID                      counts an account's visits and figures anew from its events

PLAN is essentiel, premium, force-de-vente or multi-cartes.`;

@Module({})
class CommandModule {}

class UsageError extends Error {}

type Values = ReturnType<typeof readArguments>['values'];

function readArguments() {
  const text = { type: 'string' } as const;
  return parseArgs({
    allowPositionals: true,
    options: {
      name: text,
      email: text,
      plan: text,
      card: { type: 'string', multiple: true },
      locale: text,
      timezone: text,
      'external-id': text,
      slug: text,
      title: text,
      'months-kept': text,
      month: text,
      yes: { type: 'boolean' },
    },
  });
}

/** What a schema makes of the flags, or a line that names the wrong one. */
function checked<T>(schema: z.ZodType<T>, given: object): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UsageError(`--${issue?.path.join('.') || 'flags'}: ${issue?.message}`);
}

async function perform(
  app: INestApplicationContext,
  command: string,
  id: string,
  values: Values,
): Promise<string> {
  const accounts = app.get(Accounts);
  const { name, email, plan, locale, timezone, slug, title } = values;
  switch (command) {
    case 'create-account': {
      const cards = (values.card ?? []).map((each) => ({ slug: each, title: name }));
      const wanted = { name, email, plan, locale, timezone, cards, externalId: values['external-id'] };
      const { account, created } = await accounts.create(checked(NewAccount, wanted));
      return created
        ? `Created ${account.id}. The invitation to ${account.email} is on its way.`
        : `The external id has an account already: ${account.id}. Nothing was changed.`;
    }
    case 'list-accounts': {
      const lines: string[] = [];
      for (let after: string | undefined; ;) {
        const page = await accounts.list(after);
        for (const { id: each, plan: model, email: to, cards } of page.accounts) {
          lines.push([each, model, to, ...cards.map(({ url }) => url)].join('  '));
        }
        if (page.next === null) return lines.join('\n') || 'There is no account yet.';
        after = page.next;
      }
    }
    case 'change-account': {
      const months = values['months-kept'];
      const usageMonthsKept = months === undefined ? undefined : Number(months);
      const wanted = Object.entries({ plan, name, locale, timezone, usageMonthsKept });
      const given = Object.fromEntries(wanted.filter(([, value]) => value !== undefined));
      const { plan: model } = await accounts.change(id, checked(AccountChange, given));
      return `Changed ${id}: ${model}.`;
    }
    case 'add-card':
      return `Added ${(await accounts.addCard(id, checked(NewCard, { slug, title }))).url}`;
    case 'list-reports': {
      const { month } = checked(AdminReportsQuery, { month: values.month });
      const reports = await app.get(ReportDeliveries).ofMonth(month);
      const counts = Object.entries(reports.counts).map(([state, count]) => `${state} ${count}`);
      const troubled = reports.troubled.map(
        ({ accountId, state, attempts }) => `${accountId}  ${state}  ${attempts} attempts`,
      );
      return [`${reports.month ?? 'no month yet'}: ${counts.join(', ')}`, ...troubled].join('\n');
    }
    case 'retry-report': {
      const { month } = checked(z.object({ month: Month }), { month: values.month });
      await app.get(ReportDeliveries).retry(id, month);
      return `The report of ${month} is on its way again.`;
    }
    case 'rebuild-usage': {
      const known = await app.get(UsageKeeping).countAnew(id, new Date());
      if (!known) throw new NotFound('There is no such account.');
      return `Counted the usage of ${id} anew.`;
    }
    case 'erase-usage': {
      const [card, ...more] = values.card ?? [];
      if (card === undefined || more.length > 0) throw new UsageError('--card: name the one card');
      if (!values.yes) throw new UsageError('--yes: erasing what was measured cannot be undone; say --yes');
      const known = await app.get(Cards).ofAccountByKey(id, card);
      if (known === null) throw new NotFound('The account has no such card.');
      await app.get(UsageKeeping).eraseCard(id, known.id);
      return `Erased what was measured of ${card}.`;
    }
    default:
      if (!values.yes) throw new UsageError('--yes: erasing an account cannot be undone; say --yes');
      await accounts.delete(id);
      return `Erased ${id}.`;
  }
}

const COMMANDS = new Set([
  'create-account',
  'list-accounts',
  'change-account',
  'add-card',
  'delete-account',
  'erase-usage',
  'list-reports',
  'rebuild-usage',
  'retry-report',
]);

async function run(): Promise<void> {
  const { values, positionals } = readArguments();
  const [command = '', id] = positionals;
  if (!COMMANDS.has(command)) throw new UsageError(USAGE);
  const needsId = !command.startsWith('create') && !command.startsWith('list');
  if (needsId && !z.uuid().safeParse(id).success) throw new UsageError(`${command} needs the account's id.`);
  const surroundings = await startSurroundings(readSettings(), () => undefined, { mailbox: false });
  try {
    const imports = [
      ConfigModule.of(surroundings.config),
      DatabaseModule.connected(),
      AccountsModule,
      TrackingModule,
      ReportDeliveriesModule,
    ];
    const app = await NestFactory.createApplicationContext(
      { module: CommandModule, imports },
      { logger: false, abortOnError: false },
    );
    try {
      process.stdout.write(`${await perform(app, command, id ?? '', values)}\n`);
    } finally {
      await app.close();
    }
  } finally {
    await surroundings.stop();
  }
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    const told =
      error instanceof UsageError ||
      error instanceof ProblemError ||
      (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${told ? (error as Error).message : explainStart(error)}\n`);
    process.exit(1);
  },
);
