import { readSettings } from '#config';
import { TaxonomyService } from '#taxonomy';
import { createServer } from './server.js';

const settings = readSettings();
const app = await createServer(settings);
app.get(TaxonomyService).watch();
await app.listen(settings.port, settings.host);

// Started by a launcher, this process ends with it, however that ends.
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
process.channel?.unref();
