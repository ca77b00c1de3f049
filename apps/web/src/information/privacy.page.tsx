import { PageHeading } from '../shell/page-heading';
import { TextLink } from '../theme/link-button';

const PrivacyPage = () => (
  <div className="prose">
    <PageHeading title="Privacy" />
    <p>In short: you decide who sees what, and nobody gets your contact details before you have said yes to them.</p>
    <h2>What is kept</h2>
    <ul>
      <li>Your account: name, e-mail address, and a password that nobody can read.</li>
      <li>Your profile, as you write it. Each part can be for everybody, for signed-in people, or for you alone.</li>
      <li>Requests and messages between you and others.</li>
      <li>The searches that you save.</li>
      <li>
        Which companies looked at a profile, by day, for 90 days; never which person. Academics and companies can both
        switch it off.
      </li>
      <li>How often something was searched for and not found, without anything about who searched.</li>
      <li>Profiles made from public registers, which say where they come from.</li>
    </ul>
    <h2>What is not done</h2>
    <ul>
      <li>There are no advertisements and no trackers. The only cookie keeps you signed in.</li>
      <li>Pages load nothing from other companies’ servers.</li>
      <li>What you search for is not sold or shown to others.</li>
    </ul>
    <h2>Your rights</h2>
    <p>
      You can see what is kept about you, take it with you, and have it erased: all of it under{' '}
      <TextLink to="/me/data">My data</TextLink>, without asking anybody. What you have written you correct where it
      stands.
    </p>
    <p>
      Without an account you have the same rights. If a profile made from a public register is yours, or somebody gave
      us your address to ask for your approval or to invite you, ask whoever runs this installation of Benchside: the
      profile or the address is then erased, and an erased profile is not brought back.
    </p>
  </div>
);

export default PrivacyPage;
