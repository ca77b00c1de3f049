import { join, resolve } from 'node:path';
import { z } from 'zod';
import { projectPath } from './paths.js';

/** Switches are written true/false, on/off, yes/no or 1/0. */
const onOff = (initially: boolean) => z.stringbool().default(initially);
const url = (schemes: string[]) =>
  z.string().refine(
    (value) => {
      try {
        return schemes.includes(new URL(value).protocol);
      } catch {
        return false;
      }
    },
    `must be an address that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
  );

const environment = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    BASE_URL: url(['http:', 'https:']).optional(),
    DATABASE_URL: url(['postgres:', 'postgresql:']),
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
    MEILISEARCH_URL: url(['http:', 'https:']).optional(),
    MEILISEARCH_API_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
    EMBEDDER_URL: url(['http:', 'https:']).optional(),
    EMBEDDER_DIMENSIONS: z.coerce.number().int().min(2).max(4_096).optional(),
    EMBEDDER_NAME: z.string().min(1).max(100).default('encoder'),
    EMBEDDER_TOKEN: z.string().optional(),
    EMBEDDER_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(10_000),
    AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    ORCID_CLIENT_ID: z.string().optional(),
    ORCID_CLIENT_SECRET: z.string().optional(),
    SMTP_URL: url(['smtp:', 'smtps:']).optional(),
    MAIL_FROM: z.string().default('Benchside <no-reply@benchside.example>'),
    BENCHSIDE_STATE: z.string().default('var'),
    FILES_DIR: z.string().optional(),
    GRAPHQL_INTROSPECTION: z.stringbool().optional(),
    GRAPHQL_TRUSTED_ONLY: onOff(false),
    DEMONSTRATION: z.stringbool().optional(),
    RATE_LIMIT: onOff(true),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .superRefine((values, context) => {
    const required = (name: keyof typeof values, why: string) => {
      if (!values[name]) context.addIssue({ code: 'custom', path: [name], message: `is missing: ${why}` });
    };
    if (values.NODE_ENV === 'production') {
      required('AUTH_SECRET', 'sessions are signed with it; make one with `openssl rand -base64 32`');
      required('BASE_URL', 'links in e-mails and cookies are made from it');
    }
    if (values.MEILISEARCH_URL) required('MEILISEARCH_API_KEY', 'it belongs to MEILISEARCH_URL');
    if (values.EMBEDDER_URL)
      required('EMBEDDER_DIMENSIONS', 'it says how many numbers the vectors of EMBEDDER_URL have');
    if (values.ORCID_CLIENT_ID) required('ORCID_CLIENT_SECRET', 'it belongs to ORCID_CLIENT_ID');
  });

interface EncoderCalls {
  token: string | null;
  timeoutMs: number;
}

/** Every setting of the product, checked. Nothing else reads the environment. */
export interface Settings {
  production: boolean;
  port: number;
  host: string;
  /** The address people use, without a slash at its end. */
  baseUrl: string;
  databaseUrl: string;
  /** Connections that one process may hold. */
  databasePool: number;
  meilisearch: { url: string; apiKey: string } | null;
  /** What reads the meaning of texts: an HTTP service, off unless it is set. */
  embedder: (EncoderCalls & { url: string; dimensions: number; name: string }) | null;
  /** How an encoder is asked that a command names. */
  encoderCalls: EncoderCalls;
  authSecret: string;
  orcid: { clientId: string; clientSecret: string } | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** The folder for what the product keeps outside the database. */
  stateDir: string;
  /** The folder for what people upload; nothing in it is served as it lies there. */
  filesDir: string;
  introspection: boolean;
  /** Whether only the operations of the web front end are answered. */
  trustedOperationsOnly: boolean;
  /** Whether the demonstration directory is loaded into an empty database. */
  demonstration: boolean;
  /** Whether callers are held to a cost per minute; off only to measure. */
  rateLimit: boolean;
  /** How many proxies in front of the server are trusted to name the caller's address. */
  trustProxy: number;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Outside production, sessions of one installation survive a restart without any set-up. */
const developmentSecret = 'development-only-secret-of-benchside-0000';

/** Reads and checks the settings, and names each one that is wrong. */
export const readSettings = (source: NodeJS.ProcessEnv = process.env): Settings => {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(filled);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${describe(issue.message)}`);
    throw new Error(`These settings are wrong:\n${lines.join('\n')}`);
  }
  const values = result.data;
  const stateDir = resolve(projectPath(), values.BENCHSIDE_STATE);
  const production = values.NODE_ENV === 'production';
  const encoderCalls = { token: values.EMBEDDER_TOKEN ?? null, timeoutMs: values.EMBEDDER_TIMEOUT_MS };
  return {
    production,
    port: values.PORT,
    host: values.HOST,
    baseUrl: (values.BASE_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    meilisearch: values.MEILISEARCH_URL
      ? { url: values.MEILISEARCH_URL, apiKey: values.MEILISEARCH_API_KEY ?? '' }
      : null,
    embedder: values.EMBEDDER_URL
      ? {
          url: values.EMBEDDER_URL,
          dimensions: values.EMBEDDER_DIMENSIONS ?? 0,
          name: values.EMBEDDER_NAME,
          ...encoderCalls,
        }
      : null,
    encoderCalls,
    authSecret: values.AUTH_SECRET ?? developmentSecret,
    orcid: values.ORCID_CLIENT_ID
      ? { clientId: values.ORCID_CLIENT_ID, clientSecret: values.ORCID_CLIENT_SECRET ?? '' }
      : null,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    stateDir,
    filesDir: values.FILES_DIR ? resolve(projectPath(), values.FILES_DIR) : join(stateDir, 'files'),
    introspection: values.GRAPHQL_INTROSPECTION ?? !production,
    trustedOperationsOnly: values.GRAPHQL_TRUSTED_ONLY,
    demonstration: values.DEMONSTRATION ?? !production,
    rateLimit: values.RATE_LIMIT,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
  };
};

const describe = (message: string) => (message.startsWith('Invalid input: expected') ? 'is missing' : message);
