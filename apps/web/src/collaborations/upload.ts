import { Problem } from '../api/problems';

interface Refusal {
  message: string;
  extensions?: { code?: string; requestId?: string };
}

/** Sends a file, which is then the sender's alone until it is attached to something; answers its id. */
export const uploadFile = async (file: File, purpose: string): Promise<string> => {
  const response = await fetch(`/files?purpose=${encodeURIComponent(purpose)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  }).catch(() => {
    throw new Problem('OFFLINE', 'The server cannot be reached. Check your connection, then try again.');
  });
  const answer = (await response.json().catch(() => null)) as { id?: string; errors?: Refusal[] } | null;
  if (answer?.id) return answer.id;
  const [refusal] = answer?.errors ?? [];
  const { code = 'BROKEN', requestId = null } = refusal?.extensions ?? {};
  if (response.status === 413) throw new Problem('BAD_INPUT', 'This file is too large.', {}, requestId);
  throw new Problem(code, refusal?.message ?? 'The file could not be taken.', {}, requestId);
};
