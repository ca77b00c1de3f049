import type { PersonalPart } from '#accounts';

/** What the files that people upload hold of them. */
export const filesPersonal: PersonalPart = {
  room: 'Files',
  tables: {
    stored_file: {
      leads: ['uploaded_by'],
      copy: {
        title: 'Files you uploaded',
        sql: `SELECT name, media_type, size, purpose, created_at, '/files/' || id AS address FROM stored_file
              WHERE uploaded_by = :account ORDER BY created_at`,
      },
      erasure: {
        stays:
          'Documents that you gave to the other side of a collaboration and did not remove: they are its record, too. Their names lose yours.',
      },
      strike: { columns: ['name'], where: 'uploaded_by = :account' },
      erase: ['DELETE FROM stored_file WHERE uploaded_by = :account AND attached_at IS NULL'],
    },
    file_view: {
      leads: ['account_id'],
      copy: {
        title: 'Files you opened',
        sql: 'SELECT file_id AS file, created_at FROM file_view WHERE account_id = :account ORDER BY number',
      },
      erasure: { stays: 'That a file was opened and when, without by whom.' },
    },
  },
};
