import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { ApiKeys as ApiKeyList, CreatedApiKey, NewApiKey } from '@num-ecard/contracts/api-keys';
import { z } from 'zod';
import { CurrentAccount, type SignedInAccount } from '../access/current-account.js';
import { InPerson } from '../access/requirements.js';
import { Returns } from '../http/returns.decorator.js';
import { ApiKeys } from './api-keys.service.js';

const Id = z.uuid();

@ApiTags('owner')
@Controller('api/keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @InPerson()
  @Returns(ApiKeyList)
  list(@CurrentAccount() { id }: SignedInAccount): Promise<ApiKeyList> {
    return this.keys.list(id);
  }

  @Post()
  @InPerson()
  @Returns(CreatedApiKey, 201)
  create(
    @CurrentAccount() { id }: SignedInAccount,
    @Body({ schema: NewApiKey }) { name }: NewApiKey,
  ): Promise<CreatedApiKey> {
    return this.keys.create(id, name);
  }

  @Delete(':id')
  @InPerson()
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'taken back' })
  revoke(@CurrentAccount() account: SignedInAccount, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.keys.revoke(account.id, id);
  }
}
