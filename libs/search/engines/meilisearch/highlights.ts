import type { Hit } from 'meilisearch';
import { type SearchHighlight, searchableFields } from '../../search-engine.js';
import { escapeHtml } from '../markup.js';
import type { IndexedDocument } from './index-settings.js';
import { marks } from './queries.js';

/** The fields of a hit that hold a mark, as HTML. */
export const readHighlights = ({ _formatted = {} }: Hit<IndexedDocument>): SearchHighlight[] =>
  searchableFields.flatMap((field) => {
    const texts = [_formatted[field] ?? []].flat().filter((text) => text.includes(marks.before));
    return texts.length > 0 ? [{ field, text: texts.map(asHtml).join(', ') }] : [];
  });

const asHtml = (text: string) => escapeHtml(text).replaceAll(marks.before, '<mark>').replaceAll(marks.after, '</mark>');
