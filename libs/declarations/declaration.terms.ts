import { Field, ObjectType } from '@nestjs/graphql';
import { interestTerms, transferCategories } from './declaration.rules.js';

/** A term that declarations are made with, and who says so. */
@ObjectType({ description: 'A term that declarations are made with, and who says so.' })
export class DeclarationTerm {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field({ description: 'What it covers, or what holds for it; may be empty.' })
  detail: string;

  @Field()
  source: string;

  @Field({
    description: 'Whether the source was read; otherwise the term is in common use and its source is not yet known.',
  })
  sourced: boolean;
}

/** A category in which transfers of value are disclosed. */
@ObjectType({ description: 'A category in which transfers of value are disclosed.' })
export class TransferCategory extends DeclarationTerm {
  @Field(() => [String], { description: 'Who may get it: hcp for a person, hco for an organisation.' })
  recipients: string[];

  @Field({ description: 'Whether it is disclosed as a sum only, never by name.' })
  aggregateOnly: boolean;
}

/** The words of declarations, with their sources. */
@ObjectType({ description: 'The words of declarations, with their sources.' })
export class DeclarationTerms {
  @Field(() => [DeclarationTerm])
  categories: DeclarationTerm[];

  @Field(() => [DeclarationTerm])
  situations: DeclarationTerm[];

  @Field(() => [DeclarationTerm])
  valueBands: DeclarationTerm[];

  @Field(() => [DeclarationTerm])
  mitigations: DeclarationTerm[];

  @Field(() => [DeclarationTerm])
  visibilities: DeclarationTerm[];

  @Field(() => [TransferCategory])
  transferCategories: TransferCategory[];
}

/** All of them, as the API tells them. */
export const declarationTerms: DeclarationTerms = { ...interestTerms, transferCategories };
