import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Settings, SettingsChange } from '@num-ecard/contracts/settings';
import { CurrentAccount, type SignedInAccount } from '../access/current-account.js';
import { SignedIn } from '../access/requirements.js';
import { Returns } from '../http/returns.decorator.js';
import { AccountSettings } from './settings.service.js';

@ApiTags('owner')
@Controller('api/settings')
export class SettingsController {
  constructor(private readonly settings: AccountSettings) {}

  @Get()
  @SignedIn()
  @Returns(Settings)
  read(@CurrentAccount() { id }: SignedInAccount): Promise<Settings> {
    return this.settings.read(id);
  }

  @Patch()
  @SignedIn()
  @Returns(Settings)
  change(
    @CurrentAccount() { id }: SignedInAccount,
    @Body({ schema: SettingsChange }) change: SettingsChange,
  ): Promise<Settings> {
    return this.settings.change(id, change);
  }
}
