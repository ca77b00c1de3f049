import { readSettings } from '#config';
import { TaxonomyService } from '#taxonomy';
import { endUnprepared } from '../prepared.js';
import { createServer } from './server.js';

const settings = readSettings();
await endUnprepared(settings.databaseUrl);
const app = await createServer(settings);
app.get(TaxonomyService).watch();
await app.listen(settings.port, settings.host);

// Started by a launcher, this process ends with it, however that ends.
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
process.channel?.unref();
