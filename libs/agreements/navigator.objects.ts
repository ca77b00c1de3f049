import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type AgreementRules, type Dated, type KindRule, roleLabel } from './agreement.rules.js';
import type { Advice, Reasoned } from './navigator.js';

/** Where something that is advised comes from. */
@ObjectType({ description: 'Where something that is advised comes from.' })
export class AdviceSource {
  @Field()
  title: string;

  @Field(() => String, { nullable: true })
  url: string | null;

  @Field({ description: 'False for usual practice, which no publication says.' })
  sourced: boolean;

  @Field({ description: 'From which day it holds, as YYYY-MM-DD.' })
  validFrom: string;
}

/** A kind of agreement. */
@ObjectType({ description: 'A kind of agreement.' })
export class AgreementKind {
  @Field()
  code: string;

  @Field()
  label: string;

  @Field({ description: 'confidentiality, research, consortium, and others.' })
  family: string;

  @Field(() => String, { nullable: true, description: 'What it says; empty where it is not yet described here.' })
  text: string | null;

  @Field({ description: 'Whether it is used as it stands, without changes.' })
  unmodified: boolean;

  @Field(() => [String], { description: 'Who signs.' })
  signatories: string[];

  @Field(() => AdviceSource)
  source: AdviceSource;
}

/** A kind of agreement, and why. */
@ObjectType({ description: 'A kind of agreement, and why.' })
export class AgreementReason {
  @Field(() => AgreementKind)
  kind: AgreementKind;

  @Field()
  reason: string;

  @Field(() => AdviceSource)
  source: AdviceSource;
}

@ObjectType({ description: 'One answer that a question may have.' })
export class AgreementOption {
  @Field()
  value: string;

  @Field()
  label: string;
}

@ObjectType({ description: 'A question that leads to a kind of agreement.' })
export class AgreementQuestion {
  @Field()
  code: string;

  @Field()
  text: string;

  @Field(() => String, { nullable: true })
  help: string | null;

  @Field(() => String, { nullable: true, description: 'Questions of one group are counted together.' })
  group: string | null;

  @Field(() => [AgreementOption])
  options: AgreementOption[];

  @Field(() => String, { nullable: true, description: 'Your answer.' })
  answer: string | null;

  @Field(() => AdviceSource)
  source: AdviceSource;
}

@ObjectType({ description: 'A step that is usual on the way to a signed agreement.' })
export class AdvisedStep {
  @Field()
  label: string;

  @Field()
  ownerLabel: string;

  @Field(() => String, { nullable: true, description: 'As YYYY-MM-DD, counted back from the first day.' })
  dueOn: string | null;

  @Field()
  late: boolean;

  @Field(() => AdviceSource)
  source: AdviceSource;
}

/** What answers lead to. */
@ObjectType({ description: 'What answers lead to. Not legal advice: the offices of both sides decide.' })
export class AgreementAdvice {
  @Field(() => [AgreementQuestion], { description: 'The questions asked so far, in their order.' })
  questions: AgreementQuestion[];

  @Field({ description: 'Whether each of them is answered.' })
  complete: boolean;

  @Field(() => Int, { nullable: true, description: 'How many of the questions that are counted were answered yes.' })
  countedYes: number | null;

  @Field(() => AgreementReason, { nullable: true })
  recommended: AgreementReason | null;

  @Field(() => String, { nullable: true, description: 'Why nothing is recommended, though all is answered.' })
  undecided: string | null;

  @Field(() => [AgreementReason], { description: 'What is needed as well.' })
  beside: AgreementReason[];

  @Field(() => [AgreementReason], { description: 'Other kinds, and why not those.' })
  alternatives: AgreementReason[];

  @Field(() => [AdvisedStep])
  steps: AdvisedStep[];
}

export const sourceOf = ({
  source,
  sourced,
  validFrom,
}: Pick<Dated, 'source' | 'sourced' | 'validFrom'>): AdviceSource => ({
  ...source,
  sourced,
  validFrom,
});

/** A kind as people read it. */
export const kindObject = (rules: AgreementRules, kind: KindRule): AgreementKind => ({
  code: kind.code,
  label: kind.label,
  family: kind.family,
  text: kind.text,
  unmodified: kind.unmodified,
  signatories: kind.signatories.map((role) => roleLabel(rules, role)),
  source: sourceOf(kind),
});

/** Advice as people read it. */
export const adviceObject = (rules: AgreementRules, advice: Advice): AgreementAdvice => {
  const reason = (each: Reasoned): AgreementReason => ({
    kind: kindObject(rules, each.kind),
    reason: each.reason,
    source: sourceOf(each.from),
  });
  return {
    questions: advice.questions.map(({ question: { code, text, help, group, options, ...from }, answer }) => ({
      code,
      text,
      help,
      group,
      options,
      answer,
      source: sourceOf(from),
    })),
    complete: advice.complete,
    countedYes: advice.counted?.yes ?? null,
    recommended: advice.recommended && reason(advice.recommended),
    undecided: advice.undecided?.text ?? null,
    beside: advice.beside.map(reason),
    alternatives: advice.alternatives.map(reason),
    steps: advice.steps.map(({ label, ownerLabel, dueOn, late, from }) => ({
      label,
      ownerLabel,
      dueOn,
      late,
      source: sourceOf(from),
    })),
  };
};
