// `npm start`: everything that Benchside needs, on this machine, until Ctrl-C.
import { requireNode } from './launcher/node-version.mjs';

requireNode();
// Loaded only now: an older Node could not even read it.
import('./launcher/product.mjs');
