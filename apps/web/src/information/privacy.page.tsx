import { PageHeading } from '../shell/page-heading';

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
      You can see what is kept about you, have it corrected, take it with you, and have it deleted. If a profile made
      from a public register is yours, you can take it over or have it removed. Ask whoever runs this installation of
      Benchside.
    </p>
  </div>
);

export default PrivacyPage;
