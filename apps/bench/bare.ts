import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The yardstick: the same answers from bare SQL, one prepared statement each, behind node:http. It knows nobody, asks
 * for no permission, validates nothing and cannot be asked for anything else.
 */
const [, , url, port] = process.argv;
const pool = new pg.Pool({ connectionString: url, max: 10 });

const term = (scheme: string, codes: string) =>
  `(SELECT coalesce(json_agg(json_build_object('code', t.code, 'label', t.label) ORDER BY x.place), '[]')
    FROM unnest(${codes}) WITH ORDINALITY AS x(code, place) JOIN taxonomy_term t ON t.scheme = '${scheme}' AND t.code = x.code)`;

const academic = `json_build_object('id', a.id,
  'name', concat_ws(' ', a.honorific, a.given_name, a.family_name), 'jobTitle', a.job_title, 'summary', a.summary,
  'profession', (SELECT json_build_object('code', t.code, 'label', t.label) FROM taxonomy_term t
    WHERE t.scheme = 'profession' AND t.code = a.profession),
  'topics', ${term('topic', 'a.topics')},
  'employer', CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'name', e.name) END)`;

const from = 'academic a LEFT JOIN organisation e ON e.id = a.employer_id';

const statements: Record<string, { name: string; text: string }> = {
  profile: { name: 'profile', text: `SELECT ${academic} AS answer FROM ${from} WHERE a.id = $1` },
  list: {
    name: 'list',
    text: `WITH found AS (
        SELECT id, count(*) OVER () AS total FROM academic
        WHERE profession = $1 AND nation = $2 AND visibility <> 'hidden' ORDER BY family_name, id LIMIT 20)
      SELECT json_build_object('totalCount', max(f.total), 'nodes', json_agg(${academic})) AS answer
      FROM found f JOIN ${from} ON a.id = f.id`,
  },
  text: {
    name: 'text',
    text: `WITH found AS (
        SELECT s.id, ts_rank(s.words, q) AS rank, count(*) OVER () AS total
        FROM search_academics s, to_tsquery('simple', $1) q WHERE s.words @@ q ORDER BY rank DESC, s.id LIMIT 20)
      SELECT json_build_object('totalCount', max(f.total), 'nodes', json_agg(${academic} ORDER BY f.rank DESC)) AS answer
      FROM found f JOIN ${from} ON a.id = f.id`,
  },
};

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const statement = statements[request.url?.slice(1) ?? ''];
    if (!statement) return response.writeHead(404).end();
    pool
      .query<{ answer: object }>({ ...statement, values: JSON.parse(Buffer.concat(chunks).toString()) as unknown[] })
      .then(({ rows }) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ data: rows[0]?.answer }));
      })
      .catch((error: Error) => response.writeHead(500).end(error.message));
  });
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
