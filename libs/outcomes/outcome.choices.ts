import { readFileSync } from 'node:fs';
import { Field, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const attribution = { source: text, sourceUrl: z.url().optional(), sourced: z.boolean() };
const terms = z.array(z.strictObject({ code: text, label: text, identifier: text.nullish() })).min(1);
const list = z.strictObject({ ...attribution, terms });

const shape = z.strictObject({
  edition: text,
  validFrom: z.iso.date(),
  kinds: list,
  creditRoles: list,
  technologyReadiness: list,
  heBci: z.strictObject({ ...attribution, yearBegins: z.string().regex(/^\d{2}-\d{2}$/) }),
  feedback: z.strictObject({ ...attribution, fewestDeclines: z.number().int().min(1) }),
});

/** What an outcome may say, each list with its source: all in data/outcome-choices.json. */
export const outcomeChoices = shape.parse(
  JSON.parse(readFileSync(projectPath('libs/outcomes/data/outcome-choices.json'), 'utf8')),
);

/** One thing to choose. */
@ObjectType({ description: 'One thing to choose.' })
export class OutcomeChoice {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field(() => String, { nullable: true, description: 'What its identifier is called, where it has one.' })
  identifier?: string | null;
}

/** What an outcome may say. */
@ObjectType({ description: 'What an outcome may say.' })
export class OutcomeChoices {
  @Field(() => [OutcomeChoice])
  kinds: OutcomeChoice[];

  @Field(() => [OutcomeChoice], { description: 'Contributor roles of CRediT (ANSI/NISO Z39.104-2022).' })
  creditRoles: OutcomeChoice[];

  @Field(() => [OutcomeChoice], { description: 'Technology readiness levels, 1 to 9.' })
  technologyReadiness: OutcomeChoice[];
}

/** How a code of a list reads. */
export const labelIn = (choices: keyof Pick<typeof outcomeChoices, 'kinds' | 'creditRoles'>, code: string): string =>
  outcomeChoices[choices].terms.find((term) => term.code === code)?.label ?? code;
