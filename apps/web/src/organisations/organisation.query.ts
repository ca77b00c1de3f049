import { reading } from '../api/queries';
import { OrganisationPeopleAndNeedsDocument, OrganisationProfileDocument } from '../generated/graphql';

export const organisationProfile = (id: string) => reading('organisation', OrganisationProfileDocument, { id });

export const peopleAndNeeds = (id: string) => reading('people-and-needs', OrganisationPeopleAndNeedsDocument, { id });
