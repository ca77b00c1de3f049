import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import dashboard from '../dashboard/dashboard.module.css';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { IndexRebuildsDocument, type IndexRebuildsQuery, RebuildIndexDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';

type Rebuild = IndexRebuildsQuery['indexRebuilds'][number];

const kinds = ['academics', 'organisations', 'opportunities'];
const isOpen = (rebuild: Rebuild | undefined) => rebuild?.state === 'waiting' || rebuild?.state === 'running';
const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const number = (count: number) => count.toLocaleString('en-GB');

const said = (rebuild: Rebuild | undefined): string => {
  if (!rebuild) return 'Nobody has asked for a rebuild yet.';
  const { state, loaded, total, endedAt } = rebuild;
  if (state === 'waiting') return 'Waits for the worker.';
  if (state === 'running') return `${number(loaded)} of ${number(total)} records.`;
  const when = endedAt ? clock.format(new Date(endedAt)) : '';
  return state === 'done'
    ? `Built anew with ${number(loaded)} records, ${when}.`
    : `Failed, ${when}. The log says why.`;
};

/** Builds each index anew, and shows how far that is. Searches go on meanwhile. */
export const IndexSection = () => {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    ...reading('index-rebuilds', IndexRebuildsDocument, {}),
    refetchInterval: (query) => (query.state.data?.indexRebuilds.some(isOpen) ? 1_000 : false),
  });
  const starting = useMutation({
    mutationFn: (kind: string) => ask(RebuildIndexDocument, { kind }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['index-rebuilds'] }),
  });
  return (
    <section className={dashboard.section} aria-labelledby="index">
      <h2 id="index">Search index</h2>
      <p className="quiet" style={{ marginBottom: '0.9rem' }}>
        The index follows every change by itself. Build it anew only if something is found wrongly; people go on
        searching in the old one until the new one is whole.
      </p>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {starting.error && <ProblemNotice error={starting.error} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {data && (
        <ul className={dashboard.queue}>
          {kinds.map((kind) => {
            const rebuild = data.indexRebuilds.find((one) => one.kind === kind);
            const open = isOpen(rebuild);
            return (
              <li key={kind} className={forms.group}>
                <h3>{kind.charAt(0).toUpperCase() + kind.slice(1)}</h3>
                <p role="status">{said(rebuild)}</p>
                {open && (
                  <Progress
                    aria-label={`Rebuild of ${kind}`}
                    value={rebuild && rebuild.total > 0 ? (100 * rebuild.loaded) / rebuild.total : 0}
                  />
                )}
                <div>
                  <Button
                    variant="default"
                    disabled={open}
                    loading={starting.isPending && starting.variables === kind}
                    aria-label={`Build anew: the index of ${kind}`}
                    onClick={() => starting.mutate(kind)}
                  >
                    Build anew
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
