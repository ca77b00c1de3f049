import type { Actor, Benchside } from '../support/benchside.js';

export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export interface Sent {
  name?: string;
  bytes?: Buffer;
  purpose?: string;
  headers?: Record<string, string>;
}

/** Uploads a file as somebody, whatever comes back. */
export const uploads = async (
  { url }: Benchside,
  as: Actor,
  { name = 'terms.pdf', bytes = pdf, purpose = 'story', headers = {} }: Sent = {},
) => {
  const response = await fetch(`${url}/files?purpose=${purpose}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      ...(as.cookie ? { cookie: as.cookie } : {}),
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};
