import { useQuery } from '@tanstack/react-query';
import { academicProfile } from '../academics/academic.query';
import type { MatchKind } from '../matches/sides';
import { opportunityProfile } from '../opportunities/opportunity.query';
import { organisationProfile } from '../organisations/organisation.query';
import type { Draft } from './draft';

/** Who is asked, as far as the sender may know. */
export interface Receiver {
  kind: MatchKind;
  id: string;
  /** At the beginning of a sentence and elsewhere. */
  name: string;
  detail: string;
  /** The ways of working together that they want. */
  wants: readonly { code: string; label: string }[];
  /** Of an opportunity: what it says of the terms. */
  startsOn?: string | null;
  lengthMonths?: number | null;
  fte?: number | null;
  placeMode?: string | null;
  opportunityType?: string;
  side?: string;
}

/** Reads who is asked: a person, an organisation, or whoever is behind an opportunity. */
export const useReceiver = ({ toAcademicId, toOrganisationId, opportunityId }: Draft) => {
  const aboutTheirs = !toAcademicId && !toOrganisationId;
  const academic = useQuery({ ...academicProfile(toAcademicId ?? ''), enabled: Boolean(toAcademicId) });
  const organisation = useQuery({ ...organisationProfile(toOrganisationId ?? ''), enabled: Boolean(toOrganisationId) });
  const opportunity = useQuery({
    ...opportunityProfile(opportunityId ?? ''),
    enabled: aboutTheirs && Boolean(opportunityId),
  });
  const answer = toAcademicId ? academic : toOrganisationId ? organisation : opportunity;
  let receiver: Receiver | undefined;
  if (toAcademicId && academic.data) {
    const { id, name, jobTitle, profession, employer, engagementTypes } = academic.data.academic;
    const detail = [jobTitle ?? profession?.label, employer?.name].filter(Boolean).join(', ');
    receiver = { kind: 'academic', id, name, detail, wants: engagementTypes };
  } else if (toOrganisationId && organisation.data) {
    const { id, name, type, sector, engagementTypes } = organisation.data.organisation;
    const detail = [type.label, sector?.label].filter(Boolean).join(', ');
    receiver = { kind: 'organisation', id, name, detail, wants: engagementTypes };
  } else if (aboutTheirs && opportunity.data) {
    const {
      id,
      title,
      organisation: company,
      academic: person,
      engagementTypes,
      ...rest
    } = opportunity.data.opportunity;
    const behind = company?.name ?? person?.name;
    receiver = {
      kind: 'opportunity',
      id,
      name: behind ?? 'Whoever is behind this brief',
      detail: `About “${title}”`,
      wants: engagementTypes.length > 0 ? engagementTypes : [rest.opportunityType],
      startsOn: rest.startsOn,
      lengthMonths: rest.lengthMonths,
      fte: rest.fte,
      placeMode: rest.placeMode,
      opportunityType: rest.opportunityType.code,
      side: rest.side,
    };
  }
  return { receiver, error: answer.error, refetch: answer.refetch };
};
