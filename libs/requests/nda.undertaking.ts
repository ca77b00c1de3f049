import { readFileSync } from 'node:fs';
import { Field, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { projectPath } from '#config';

const text = z.string().trim().min(1);
const code = z.string().regex(/^[a-z]+(-[a-z]+)*$/);
const section = z.strictObject({ code, title: text, text });

const shape = z.strictObject({
  edition: text,
  source: text,
  validFrom: z.iso.date(),
  sourced: z.boolean(),
  notice: text,
  texts: z.array(
    z.strictObject({
      version: text,
      validFrom: z.iso.date(),
      validTo: z.iso.date().nullable(),
      title: text,
      sections: z.array(section).min(1),
    }),
  ),
  capacities: z.array(z.strictObject({ code, label: text, text, organisation: z.boolean() })).min(1),
  facts: z.array(
    z.strictObject({
      text,
      source: z.strictObject({ title: text, url: z.url().nullable() }),
      sourced: z.boolean(),
      validFrom: z.iso.date(),
    }),
  ),
});

/**
 * The undertaking that the open side of a request signs, in all its versions, and who may sign: data/nda-undertaking.json.
 * A version that somebody may have signed is never changed or taken out: there is a new one beside it.
 */
export const ndaRules = shape.parse(
  JSON.parse(readFileSync(projectPath('libs/requests/data', 'nda-undertaking.json'), 'utf8')),
);

export type NdaText = (typeof ndaRules.texts)[number];

/** A version of the text, whether or not it may still be signed. */
export const ndaText = (version: string): NdaText | undefined => ndaRules.texts.find((one) => one.version === version);

/** The text that is signed on a day, as YYYY-MM-DD. */
export const ndaTextOn = (day: string): NdaText => {
  const found = ndaRules.texts.find(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  if (!found) throw new Error(`No NDA text holds on ${day}`);
  return found;
};

/** One part of the text. */
@ObjectType({ description: 'One part of a confidentiality undertaking.' })
export class NdaSection {
  @Field()
  code: string;

  @Field()
  title: string;

  @Field()
  text: string;
}

/** For whom somebody signs. */
@ObjectType({ description: 'For whom somebody signs.' })
export class NdaCapacity {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field()
  text: string;

  @Field({ description: 'Whether it binds an organisation, which is then named.' })
  organisation: boolean;
}

/** What is known of who signs, and where from. */
@ObjectType({ description: 'What is known of who signs, and where from.' })
export class NdaFact {
  @Field()
  text: string;

  @Field({ description: 'The title of the source, or that there is none.' })
  source: string;

  @Field(() => String, { nullable: true })
  url: string | null;
}

/** The undertaking as it is shown to whoever is to sign it. */
@ObjectType({
  description:
    'The one-way confidentiality undertaking (NDA) that is signed before a blind opportunity shows who is behind it. Not legal advice.',
})
export class NdaUndertaking {
  @Field({ description: 'Pass it on with the signature: another text is not signed by mistake.' })
  version: string;

  @Field()
  title: string;

  @Field(() => [NdaSection])
  sections: NdaSection[];

  @Field({ description: 'Whose text it is.' })
  source: string;

  @Field({ description: 'What it is not.' })
  notice: string;

  @Field(() => [NdaCapacity])
  capacities: NdaCapacity[];

  @Field(() => [NdaFact])
  facts: NdaFact[];
}

export const undertakingOf = ({ version, title, sections }: NdaText): NdaUndertaking => ({
  version,
  title,
  sections,
  source: ndaRules.source,
  notice: ndaRules.notice,
  capacities: ndaRules.capacities,
  facts: ndaRules.facts.map(({ text, source }) => ({ text, source: source.title, url: source.url })),
});
