export { DocumentSource } from './document.source.js';
export { Indexer } from './indexer.js';
export { MatchService } from './match.service.js';
export { sideOfAcademic, sideOfOpportunity, sideOfOrganisation } from './match.sides.js';
export { Match } from './match.types.js';
export { SearchModule } from './search.module.js';
export { SearchService } from './search.service.js';
export * from './search-engine.js';
export * from './search-errors.js';
