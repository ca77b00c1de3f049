import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { SearchGapService } from '#alerts';
import { Database } from '#database';
import { badInput, conflict, isId, notFound } from '#graphql';
import { type Taxonomy, TaxonomyService, type Term, topicNamed } from '#taxonomy';
import type { AddTopicSynonymInput } from './topic.inputs.js';
import { checkAdmin, knownTopic, TopicMerging } from './topic.merging.js';
import type { AddedSynonym, CaredTopic, TopicWord } from './topic.objects.js';
import { tellIndex, topicUses } from './topic.queries.js';

type Uses = Pick<CaredTopic, 'academics' | 'organisations' | 'opportunities'>;

const unused: Uses = { academics: 0, organisations: 0, opportunities: 0 };

const mostWords = 50;
const mostSuggestions = 3;

/** The same for the same words, whatever their order: as searches in vain are counted. */
const sorted = (text: string) => [...new Set(text.toLowerCase().split(/[\s-]+/))].sort().join(' ');

/** The topics as administrators look after them: what they are called, how many use them, and what is missing. */
@Injectable()
export class TopicService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TaxonomyService) private readonly taxonomy: TaxonomyService,
    @Inject(TopicMerging) private readonly merging: TopicMerging,
    @Inject(SearchGapService) private readonly gaps: SearchGapService,
  ) {}

  /** All topics on offer, each branch to its end before the next. */
  async tree(viewer: Viewer): Promise<CaredTopic[]> {
    checkAdmin(viewer);
    const taxonomy = this.taxonomy.current;
    const uses = new Map(
      (await this.database.rows<Uses & { code: string }>(topicUses)).map(({ code, ...counts }) => [code, counts]),
    );
    const added = await this.added();
    const groups = taxonomy.terms('topic').filter(({ parent }) => parent === null);
    return groups
      .flatMap((group) => [group, ...taxonomy.descendants('topic', group.code)])
      .map(({ code, label, parent, synonyms, source, edition }) => ({
        ...{ code, label, parent, synonyms, source: `${source} (edition ${edition})` },
        ...(uses.get(code) ?? unused),
        depth: taxonomy.ancestors('topic', code).length,
        added: added.filter(({ topic }) => topic === code),
      }));
  }

  /** Gives a topic another name, by which it is found from now on. */
  async addSynonym(viewer: Viewer, { topic, synonym, source }: AddTopicSynonymInput): Promise<AddedSynonym> {
    checkAdmin(viewer);
    const name = synonym.trim();
    const id = await this.merging.change(async (tx, before) => {
      checkName(before, knownTopic(before, 'topic', topic), name);
      const made = await tx.row<{ id: string }>(
        'INSERT INTO topic_synonym (topic, synonym, source, added_by) VALUES ($1, $2, $3, $4) RETURNING id',
        [topic, name, source.trim(), viewer.accountId],
      );
      await tellIndex(tx, [topic]);
      return made?.id;
    });
    const made = (await this.added()).find((one) => one.id === id);
    if (!made) throw new Error('The synonym was not written');
    return made;
  }

  /** Takes an added name away again; those of the data files stay. */
  async removeSynonym(viewer: Viewer, id: string): Promise<true> {
    checkAdmin(viewer);
    await this.merging.change(async (tx, before) => {
      const gone = isId(id)
        ? await tx.row<{ topic: string }>('DELETE FROM topic_synonym WHERE id = $1 RETURNING topic', [id])
        : undefined;
      if (!gone) throw notFound('synonym');
      await tellIndex(tx, [before.currentCode('topic', gone.topic)]);
    });
    return true;
  }

  /** What several people searched for in vain and is no topic's name: the most wanted first. */
  async words(viewer: Viewer): Promise<TopicWord[]> {
    checkAdmin(viewer);
    const taxonomy = this.taxonomy.current;
    const aside = new Set(
      (await this.database.rows<{ term: string }>('SELECT term FROM topic_word_set_aside')).map(({ term }) => term),
    );
    for (const { label, synonyms } of taxonomy.terms('topic'))
      for (const name of [label, ...synonyms]) aside.add(sorted(name));
    return (await this.gaps.words())
      .filter(({ term }) => !aside.has(term))
      .slice(0, mostWords)
      .map(({ term, searches }) => ({ term, searches, suggestions: suggestionsFor(taxonomy, term) }));
  }

  /** Says that words are no topic: they are no longer shown. */
  async setWordAside(viewer: Viewer, term: string): Promise<true> {
    checkAdmin(viewer);
    const known = await this.database.row('SELECT FROM search_gap WHERE term = $1 AND topic IS NULL LIMIT 1', [term]);
    if (!known) throw notFound('word');
    await this.database.affected(
      'INSERT INTO topic_word_set_aside (term, set_aside_by) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [term, viewer.accountId],
    );
    return true;
  }

  private added(): Promise<AddedSynonym[]> {
    return this.database.rows<AddedSynonym>(
      `SELECT s.id, s.topic, s.synonym, s.source, s.created_at AS "createdAt", who.name AS "addedBy"
       FROM topic_synonym s LEFT JOIN account_holder who ON who.id = s.added_by ORDER BY s.created_at, s.id`,
    );
  }
}

const checkName = (taxonomy: Taxonomy, term: Term, name: string) => {
  if (term.retired) throw conflict('WRONG_STATE', `${term.label} is retired: give the name to a topic on offer.`);
  const owner = topicNamed(taxonomy.terms('topic'), name);
  if (owner === null) throw badInput('synonym', `"${name}" has no words.`, 'Write a name or an abbreviation.');
  if (!owner) return;
  throw conflict(
    'TAKEN',
    owner.code === term.code ? `${term.label} is called “${name}” already.` : `“${name}” is a name of ${owner.label}.`,
    { topic: owner.code },
  );
};

/** Topics of which a name has one of the words. */
const suggestionsFor = (taxonomy: Taxonomy, term: string): string[] => {
  const found = term.split(' ').flatMap((word) => taxonomy.suggestTopics(word, mostSuggestions));
  return [...new Set(found.map(({ code }) => code))].slice(0, mostSuggestions);
};
