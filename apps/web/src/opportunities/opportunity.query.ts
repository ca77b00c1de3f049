import { reading } from '../api/queries';
import { OpportunityProfileDocument } from '../generated/graphql';

export const opportunityProfile = (id: string) => reading('opportunity', OpportunityProfileDocument, { id });
