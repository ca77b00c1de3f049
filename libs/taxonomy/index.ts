export { checkCodes, termOf, termOrCode, termsOf } from './codes.js';
export { TaxonomyEdition, TaxonomyTerm } from './taxonomy.entity.js';
export { Taxonomy } from './taxonomy.js';
export { TaxonomyModule } from './taxonomy.module.js';
export { type LoadedVocabulary, seedTaxonomy } from './taxonomy.seed.js';
export { TaxonomyService } from './taxonomy.service.js';
export type { Term, TermAttributes, TopicMention } from './term.js';
export { TermObject } from './term.object.js';
export { InvalidVocabulary, readTaxonomy, readVocabularies, type Vocabulary } from './vocabulary.js';
