import type { PersonalPart } from '#accounts';

/** What profiles hold of people. */
export const academicsPersonal: PersonalPart = {
  room: 'Profile',
  tables: {
    academic: {
      leads: ['id', 'account_id', 'contact_email'],
      copy: {
        title: 'Your profile',
        sql: `SELECT a.honorific, a.given_name, a.family_name, a.profession, a.regulator, a.registration_number,
                a.career_stage, a.training_status, a.specialty, a.job_title, e.name AS employer, u.name AS university,
                a.city, a.region, a.nation, a.country, a.summary, a.topics, a.methods, a.offer, a.want, a.working_style,
                a.engagement_types, a.sectors, a.available_from, a.available_fte, a.place_mode, a.industry_experience,
                a.contact_email, a.orcid, a.orcid_authenticated, a.visibility, a.field_visibility, a.source,
                a.created_at, a.updated_at
              FROM academic a LEFT JOIN organisation e ON e.id = a.employer_id LEFT JOIN organisation u ON u.id = a.university_id
              WHERE a.id = :profile`,
      },
      erasure: {
        stays:
          'Where others have a record of requests or work with you, a hidden profile without anything of yours, called “A former member”, so that their record has two sides.',
      },
      erase: ['UPDATE academic SET contact_email = NULL WHERE contact_email = :email AND id IS DISTINCT FROM :profile'],
    },
    academic_work: {
      leads: ['academic_id'],
      copy: {
        title: 'Your works',
        sql: `SELECT kind, title, abstract, year, identifier, venue, featured, mesh_headings FROM academic_work
              WHERE academic_id = :profile ORDER BY position`,
      },
      erasure: 'goes',
    },
    profile_suppression: {
      leads: [],
      copy: { none: 'It only has a hash of what a register knew an erased profile by.' },
      erasure: {
        stays:
          'A hash of your profile’s key in its register and of your ORCID iD, so that a later import does not bring the profile back.',
      },
      erase: [
        `INSERT INTO profile_suppression (mark)
         SELECT m FROM academic a CROSS JOIN LATERAL (VALUES (profile_mark(a.source, a.source_key)), (profile_mark('orcid', a.orcid))) AS v (m)
         WHERE a.id = :profile AND m IS NOT NULL ON CONFLICT DO NOTHING`,
      ],
    },
  },
};
