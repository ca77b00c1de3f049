import { Problem } from '../api/problems';

interface Uploaded {
  id: string;
  name: string;
}

/** Sends a file; it belongs to nothing until it is added to something. */
export const upload = async (file: File, purpose: 'document' | 'agreement'): Promise<Uploaded> => {
  const response = await fetch(`/files?purpose=${purpose}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
    body: file,
  }).catch(() => {
    throw new Problem('OFFLINE', 'The file could not be sent. Check your connection, then try again.');
  });
  const answer = (await response.json().catch(() => null)) as
    | (Uploaded & { errors?: { message: string; extensions: { code: string; requestId?: string } }[] })
    | null;
  const [refusal] = answer?.errors ?? [];
  if (refusal) throw new Problem(refusal.extensions.code, refusal.message, {}, refusal.extensions.requestId ?? null);
  if (!answer?.id) throw new Problem('UNAVAILABLE', 'The server did not take the file. Try again in a moment.');
  return answer;
};
