export { createDataSource, type EntityClass } from './data-source.js';
export { type Beside, Database, type Sql, type Tx } from './database.js';
export { DatabaseModule } from './database.module.js';
export { isMigrated, migrate } from './migrate.js';
export { forgetAnswers, once, type RepeatableRequest } from './once.js';
export { type PageOfIds, pageOfIds, type WantedPage } from './page.of.ids.js';
export { type TestDatabase, testDatabase } from './testing.js';
