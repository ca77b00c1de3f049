import { useQuery } from '@tanstack/react-query';
import { Problem } from '../api/problems';
import dashboard from '../dashboard/dashboard.module.css';
import { FormSkeleton } from '../forms/form-skeleton';
import { ProblemNotice } from '../shell/problem-notice';

interface Health {
  status: string;
  reason?: string;
  search?: { ok: boolean; degraded: boolean };
  outbox?: { rows: number; oldestSeconds: number };
}

const readHealth = async (): Promise<Health> => {
  const response = await fetch('/health/ready', { headers: { accept: 'application/json' } }).catch(() => {
    throw new Problem('OFFLINE', 'The server cannot be reached. Check your connection, then try again.');
  });
  return (await response.json()) as Health;
};

const words: Record<string, string> = {
  ready: 'Everything works',
  degraded: 'Works, with a simpler search',
  unready: 'Does not answer',
};

/** How long something waits, in the largest unit that says it. */
const waiting = (seconds: number): string => {
  const [count, unit] =
    seconds < 120 ? [seconds, 'second'] : seconds < 7_200 ? [seconds / 60, 'minute'] : [seconds / 3_600, 'hour'];
  return new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(
    count,
  );
};

/** Whether the product answers, which engine searches, and how far the index is behind. */
export const HealthSection = () => {
  const { data, error, refetch } = useQuery({ queryKey: ['health'], queryFn: readHealth, refetchInterval: 15_000 });
  return (
    <section className={dashboard.section} aria-labelledby="health">
      <h2 id="health">Health</h2>
      {error && <ProblemNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <FormSkeleton groups={1} />}
      {data && (
        <dl className={dashboard.facts}>
          <div className={dashboard.fact}>
            <dt>Service</dt>
            <dd>{words[data.status] ?? data.status}</dd>
          </div>
          {data.search && (
            <div className={dashboard.fact}>
              <dt>Search</dt>
              <dd>{data.search.ok ? (data.search.degraded ? 'Basic' : 'Full') : 'Down'}</dd>
            </div>
          )}
          {data.outbox && (
            <>
              <div className={dashboard.fact}>
                <dt>Changes not yet in the index</dt>
                <dd>{data.outbox.rows.toLocaleString('en-GB')}</dd>
              </div>
              <div className={dashboard.fact}>
                <dt>The oldest of them waits</dt>
                <dd>{data.outbox.rows === 0 ? 'None waits' : waiting(data.outbox.oldestSeconds)}</dd>
              </div>
            </>
          )}
        </dl>
      )}
    </section>
  );
};
