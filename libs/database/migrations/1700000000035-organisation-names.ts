import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What two writings of an organisation's name have in common: letters and digits in lower case, without a leading "the".
 * Registers that know organisations by name alone are matched by it.
 */
export class OrganisationNames1700000000035 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION organisation_name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        $$ SELECT lower(regexp_replace(name, '^the\\s+|[^[:alnum:]]+', '', 'gi')) $$;
      CREATE INDEX organisation_name ON organisation (organisation_name_key(name));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX organisation_name; DROP FUNCTION organisation_name_key');
  }
}
