export { ConfigModule, SETTINGS } from './config.module.js';
export { createLogger } from './logger.js';
export { projectPath } from './paths.js';
export { readSettings, type Settings } from './settings.js';
