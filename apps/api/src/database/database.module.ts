import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { dataSourceOptions, openDataSource } from './data-source.js';

@Module({})
export class DatabaseModule {
  static connected(): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [CONFIG],
          useFactory: (config: Config) => dataSourceOptions(config.databaseUrl),
          dataSourceFactory: (options): Promise<DataSource> =>
            openDataSource((options as { url: string }).url),
        }),
      ],
    };
  }
}
