import { PageHeading } from '../shell/page-heading';
import { TextLink } from '../theme/link-button';

const AboutPage = () => (
  <div className="prose">
    <PageHeading title="How Benchside works" />
    <p>
      Benchside brings clinical academics and industry together: doctors, nurses, pharmacists, dentists and people of
      every other clinical profession who also do research, and the companies that want to work with them.
    </p>
    <h2>Finding</h2>
    <p>
      Search by words, or describe what you need in your own words. A broad topic includes its narrower ones, and other
      names of a topic count too. Everything you filter by is in the address of the page, so you can send a list to a
      colleague.
    </p>
    <h2>Matching</h2>
    <p>
      When you are signed in and have a profile, or belong to an organisation, every result says how it fits you. The
      wants of both sides count. You can always see how a match was worked out: what each part counts for, what was
      found, and where it was read. Must-haves decide; everything else only changes the order.
    </p>
    <h2>Asking</h2>
    <p>
      A request goes to one person or organisation. They accept, ask back, or decline. Contact details are shown to both
      sides once a request has been accepted, and to nobody else.
    </p>
    <h2>Blind briefs</h2>
    <p>
      A company may hide its name on a brief. It is shown to those whom it has accepted. The text is checked so that it
      does not give the name away by mistake.
    </p>
    <h2>Where profiles come from</h2>
    <p>
      Most are written by the people they are about. Some were made from public registers: those say so, and their
      person can take them over or have them removed.
    </p>
    <p>
      <TextLink to="/academics">Find academics</TextLink>
    </p>
  </div>
);

export default AboutPage;
