import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { planHas } from '@num-ecard/contracts/plans';
import type { Settings, SettingsChange } from '@num-ecard/contracts/settings';
import type { DataSource } from 'typeorm';
import { NotFound, PlanRequired } from '../http/problem-error.js';
import { lockAccount, saveChange } from './account-change.js';
import { Account } from './account.entity.js';
import { featuresTouched } from './settings-features.js';

/** What owners choose for their own account. */
@Injectable()
export class AccountSettings {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws {NotFound} */
  async read(id: string): Promise<Settings> {
    const account = await this.dataSource.manager.findOneBy(Account, { id });
    if (account === null) throw new NotFound('There is no such account.');
    return describe(account);
  }

  /**
   * Changes what is given, all of it or nothing.
   * @throws {PlanRequired} when a part belongs to a feature that the model lacks
   */
  async change(id: string, change: SettingsChange): Promise<Settings> {
    return this.dataSource.transaction(async (manager) => {
      const account = await lockAccount(manager, id);
      const lacking = featuresTouched(change).find((feature) => !planHas(account.plan, feature));
      if (lacking !== undefined) throw new PlanRequired(lacking);
      return describe(await saveChange(manager, account, columnsOf(change)));
    });
  }
}

function describe(account: Account): Settings {
  const { name, email, locale, timezone, reportMonthly, quietFrom, quietTo, numberBeforeConsent } = account;
  return {
    name,
    email,
    locale,
    timezone,
    report: { monthly: reportMonthly },
    notifications: {
      visits: account.notifyVisits,
      unusual: account.notifyUnusual,
      firstLinkVisit: account.notifyFirstLinkVisit,
      recommendation: account.notifyRecommendation,
      quietHours: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo },
    },
    referral: { numberBeforeConsent },
  };
}

function columnsOf({ name, locale, timezone, report, notifications, referral }: SettingsChange) {
  const { quietHours } = notifications ?? {};
  return {
    name,
    locale,
    timezone,
    reportMonthly: report?.monthly,
    notifyVisits: notifications?.visits,
    notifyUnusual: notifications?.unusual,
    notifyFirstLinkVisit: notifications?.firstLinkVisit,
    notifyRecommendation: notifications?.recommendation,
    quietFrom: quietHours === null ? null : quietHours?.from,
    quietTo: quietHours === null ? null : quietHours?.to,
    numberBeforeConsent: referral?.numberBeforeConsent,
  };
}
