import { PageHeading } from '../shell/page-heading';

const TermsPage = () => (
  <div className="prose">
    <PageHeading title="Terms" />
    <p>By opening an account you agree to these.</p>
    <ol>
      <li>Say who you are, truthfully. A profile is about a real person and is looked after by that person.</li>
      <li>Speak for an organisation only if it lets you.</li>
      <li>Ask people for what the site is for: working together. No mass mailing, and no selling.</li>
      <li>Keep to yourself what you learn from a blind brief or from a request.</li>
      <li>Put nothing about patients here, and nothing that is confidential.</li>
      <li>
        An agreement on Benchside is the start of a conversation. It is no contract, and it does not replace the rules
        of your employer, your funder or your training programme. Talk to them early.
      </li>
      <li>Whoever runs this installation may close accounts that break these terms.</li>
    </ol>
  </div>
);

export default TermsPage;
