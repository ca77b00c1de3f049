import { SetMetadata } from '@nestjs/common';

/** Who may call an operation at all; what is theirs to see or change is decided by the policies behind it. */
export type AccessLevel = 'anyone' | 'signed-in' | 'platform-admin';

export const ACCESS = 'benchside:access';

/** Every query and mutation declares its access; the product does not start with one that does not. */
export const Access = (access: AccessLevel) => SetMetadata(ACCESS, access);
