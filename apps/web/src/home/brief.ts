import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reading } from '../api/queries';
import { CountAcademicsDocument, CountOpportunitiesDocument, TopicsInTextDocument } from '../generated/graphql';
import { longestQuery } from '../search/search-state';

/** Shorter texts are a word on its way. */
const shortest = 4;

interface Topic {
  code: string;
  label: string;
}

/** More words than this are read by the API as a brief, of which any telling word counts. */
const mostWordsOfAQuery = 10;

/**
 * What the lists are asked for: a brief is looked for as it is, among those who have one of the topics that are kept. A
 * few words are looked for alone, unless a topic was left out: then the names of the others stand for them.
 */
const asked = (text: string, topics: readonly Topic[], dropped: ReadonlySet<string>) => {
  const kept = topics.filter(({ code }) => !dropped.has(code));
  const codes = kept.map(({ code }) => code);
  if (text.split(/\s+/).length > mostWordsOfAQuery) return { query: text, kept: codes };
  if (kept.length === topics.length || kept.length === 0) return { query: text, kept: [] };
  return { query: kept.map(({ label }) => label).join(' '), kept: codes };
};

/** A need as it is written: the topics that it names, which of them are kept, and how many there are for those. */
export const useBrief = () => {
  const [text, setText] = useState('');
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [settled] = useDebouncedValue(text.trim().slice(0, 10_000), 350);
  const ready = settled.length >= shortest;
  const understood = useQuery({
    ...reading('topics-in', TopicsInTextDocument, { text: settled }),
    enabled: ready,
    placeholderData: keepPreviousData,
  });
  const topics = ready ? (understood.data?.topicsIn ?? []) : [];
  const { query, kept } = asked(settled.slice(0, longestQuery), topics, dropped);
  const filter = kept.length > 0 ? { topics: kept } : null;
  const people = useQuery({
    ...reading('count-academics', CountAcademicsDocument, { query, filter }),
    enabled: ready && understood.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const needs = useQuery({
    ...reading('count-opportunities', CountOpportunitiesDocument, { query, filter }),
    enabled: ready && understood.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const toggle = (code: string) => {
    const next = new Set(dropped);
    if (!next.delete(code)) next.add(code);
    setDropped(next);
  };
  return {
    text,
    setText,
    topics,
    isKept: (code: string) => !dropped.has(code),
    toggle,
    ready,
    busy: understood.isFetching || people.isFetching,
    error: understood.error ?? people.error ?? needs.error,
    academics: ready ? people.data?.found : undefined,
    opportunities: ready ? needs.data?.found : undefined,
    /** What the lists are asked for. */
    search: { q: query || undefined, topics: kept.length > 0 ? kept : undefined },
  };
};

export type Brief = ReturnType<typeof useBrief>;
