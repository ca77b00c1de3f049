import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#accounts';
import { SETTINGS, type Settings } from '#config';
import { Mailer } from '#mail';
import type { Digest } from './digest.collector.js';
import { digestLetter } from './digest.letter.js';
import { unsubscribeUrl } from './unsubscribe.token.js';

/** Hands digests to the mailer, each with the address that ends them. */
@Injectable()
export class DigestPost {
  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'baseUrl' | 'authSecret'>,
  ) {}

  async send({ accountId, name, email }: Viewer, digest: Digest): Promise<void> {
    if (!accountId || !email) throw new Error('A digest is for somebody with an address');
    const unsubscribe = unsubscribeUrl(this.settings, accountId);
    const parts = digestLetter(digest, { name: name ?? 'there', baseUrl: this.settings.baseUrl, unsubscribe });
    await this.mailer.send({ to: email, ...parts, kind: 'digest', unsubscribe });
  }
}
