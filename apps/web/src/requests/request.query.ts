import { reading } from '../api/queries';
import { RequestDocument } from '../generated/graphql';

export const requestQuery = (id: string) => reading('request', RequestDocument, { id });
