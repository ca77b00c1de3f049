import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from '../api/ask';
import { viewerQuery } from '../api/queries';
import { RecordViewDocument } from '../generated/graphql';

/** What was said to the server since the page was loaded: once a profile is enough. */
const told = new Set<string>();

/** Lets the academic know that a company looked, once the profile is on the page; nothing waits for it. */
export const useRecordedView = (academicId: string) => {
  const { data: viewer } = useQuery(viewerQuery);
  const ofCompany =
    viewer?.academic?.id !== academicId &&
    viewer?.memberships.some(({ organisation }) => organisation.type.code === 'company');
  useEffect(() => {
    if (!ofCompany || told.has(academicId)) return;
    told.add(academicId);
    ask(RecordViewDocument, { academicId }).catch(() => told.delete(academicId));
  }, [ofCompany, academicId]);
};
