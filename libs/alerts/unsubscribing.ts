import { Inject, Injectable } from '@nestjs/common';
import { ConsentService, nobody } from '#accounts';
import { SETTINGS, type Settings } from '#config';
import { subjectOfToken } from './unsubscribe.token.js';

/** Takes back the consent to digests for whoever a letter was written to. */
@Injectable()
export class Unsubscribing {
  constructor(
    @Inject(ConsentService) private readonly consents: ConsentService,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'authSecret'>,
  ) {}

  /** Whether a token is one of ours. */
  knows(token: string): boolean {
    return subjectOfToken(this.settings.authSecret, 'digest unsubscribe', token) !== undefined;
  }

  /** Ends the letters; a second time changes nothing. False for a token that is not ours. */
  async end(token: string): Promise<boolean> {
    const accountId = subjectOfToken(this.settings.authSecret, 'digest unsubscribe', token);
    if (accountId === undefined) return false;
    await this.consents.withdraw({ ...nobody, accountId }, 'digest');
    return true;
  }
}
