import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reading } from '../api/queries';
import { OneOf } from '../forms/fields';
import { FormSkeleton } from '../forms/form-skeleton';
import forms from '../forms/forms.module.css';
import { unmask } from '../generated/fragment-masking';
import { OwnProfileFragmentDoc, ProfileAsDocument } from '../generated/graphql';
import { Facts, Terms } from '../profiles/profile-parts';
import { placeModeLabel } from '../search/list-kinds';
import { ProblemNotice } from '../shell/problem-notice';
import { availabilityOf } from '../theme/words';

const levels = [
  { code: 'public', label: 'Everybody', detail: 'Search engines too' },
  { code: 'members', label: 'Signed-in people', detail: 'Companies among them' },
];

const Shown = ({ level }: { level: string }) => {
  const { data, error, refetch } = useQuery({
    ...reading('profile-as', ProfileAsDocument, { level }),
    staleTime: 0,
  });
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />;
  if (!data) return <FormSkeleton groups={1} />;
  const profile = unmask(OwnProfileFragmentDoc, data.shown);
  const { place, availability } = profile;
  return (
    <article>
      <h3 style={{ fontSize: '1.4rem' }}>{profile.name}</h3>
      <p>{[profile.jobTitle ?? profile.profession?.label, profile.employer?.name].filter(Boolean).join(', ')}</p>
      <p className="written" style={{ marginTop: '0.75rem' }}>
        {profile.summary || 'No summary is shown.'}
      </p>
      {profile.topics.length > 0 && (
        <div style={{ margin: '0.75rem 0' }}>
          <Terms terms={profile.topics} />
        </div>
      )}
      <Facts
        facts={[
          ['Profession', profile.profession?.label],
          ['Specialty', profile.specialty],
          ['Career stage', profile.careerStage?.label],
          ['Place', [place.city, place.region?.label].filter(Boolean).join(', ')],
          ['University', profile.university?.name],
          ['Ways of working', profile.engagementTypes.map(({ label }) => label).join(', ')],
          ['Sectors', profile.sectors.map(({ label }) => label).join(', ')],
          ['Availability', availabilityOf(availability)],
          ['Place of work', placeModeLabel(availability.placeMode)],
          ['Offers', profile.offer],
          ['Looks for', profile.want],
          ['Works listed', profile.works.length > 0 && String(profile.works.length)],
          ['ORCID iD', profile.orcid],
        ]}
      />
    </article>
  );
};

/** The saved profile as others read it. */
export const Preview = ({ opened, close }: { opened: boolean; close: () => void }) => {
  const [level, setLevel] = useState('public');
  return (
    <Modal opened={opened} onClose={close} title="Your profile as others see it" size="xl">
      <div className={forms.form}>
        <OneOf id="reader" label="Who is looking?" options={levels} chosen={level} onChange={setLevel} />
        <p className="quiet">This is the profile as it was last saved.</p>
        <Shown level={level} />
      </div>
    </Modal>
  );
};
