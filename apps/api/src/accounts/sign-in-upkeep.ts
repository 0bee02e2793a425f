import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Deletes what sign-in no longer needs: ended sessions, links that expired, attempts of the day before. */
@Injectable()
export class SignInUpkeep {
  private readonly logger = new Logger('sign-in-upkeep');

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Cron('41 3 * * *')
  async daily(): Promise<void> {
    try {
      await this.forget(new Date());
    } catch (error) {
      this.logger.warn(`will be done tomorrow: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async forget(now: Date): Promise<void> {
    await this.dataSource.sql`DELETE FROM sessions WHERE expires_at < ${now}`;
    await this.dataSource.sql`DELETE FROM verifications WHERE expires_at < ${now}`;
    // Milliseconds since 1970, as better-auth writes them.
    await this.dataSource.sql`DELETE FROM rate_limits WHERE last_request < ${now.getTime() - 24 * 3_600_000}`;
  }
}
