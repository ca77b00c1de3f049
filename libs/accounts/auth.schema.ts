/**
 * How better-auth's models map to our tables and columns. Its `user` is `account_holder`, whose id everything else calls
 * `account_id`; its `account` is a credential; its `organization` is the `organisation` that libs/organisations owns.
 * The migration is libs/database/migrations/1700000000005-accounts.ts; a test asks better-auth itself for the difference.
 */
const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

export const holderTable = {
  modelName: 'account_holder',
  fields: { emailVerified: 'email_verified', ...times },
} as const;

export const credentialTable = {
  modelName: 'account_credential',
  fields: {
    accountId: 'subject',
    providerId: 'provider',
    userId: 'account_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    ...times,
  },
} as const;

export const sessionTable = {
  modelName: 'account_session',
  fields: {
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    userId: 'account_id',
    ...times,
  },
} as const;

export const verificationTable = {
  modelName: 'account_verification',
  fields: { expiresAt: 'expires_at', ...times },
} as const;

export const twoFactorTables = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'account_two_factor',
    fields: {
      backupCodes: 'backup_codes',
      userId: 'account_id',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const;

export const organisationTables = {
  session: { fields: { activeOrganizationId: 'active_organisation_id' } },
  organization: { modelName: 'organisation', fields: { createdAt: 'created_at' } },
  member: {
    modelName: 'account_membership',
    fields: { organizationId: 'organisation_id', userId: 'account_id', createdAt: 'created_at' },
  },
  invitation: {
    modelName: 'account_invitation',
    fields: {
      organizationId: 'organisation_id',
      inviterId: 'inviter_id',
      expiresAt: 'expires_at',
      createdAt: 'created_at',
    },
  },
} as const;
