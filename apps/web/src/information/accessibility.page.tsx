import { PageHeading } from '../shell/page-heading';

const AccessibilityPage = () => (
  <div className="prose">
    <PageHeading title="Accessibility" />
    <p>
      Everybody should be able to use Benchside. We build it to meet the Web Content Accessibility Guidelines (WCAG) 2.2
      at level AA.
    </p>
    <h2>What you can do here</h2>
    <ul>
      <li>Do everything with the keyboard alone, and see where you are.</li>
      <li>
        Zoom to 400 per cent, or use a screen 320 pixels wide, without scrolling sideways. Wide tables scroll by
        themselves.
      </li>
      <li>Choose light or dark colours, or leave it to your device.</li>
      <li>Read the profiles that are public without JavaScript.</li>
      <li>Switch off moving parts: we follow the setting of your device.</li>
      <li>Paste a password, or have it filled in by a password manager.</li>
    </ul>
    <h2>Keys</h2>
    <p>Ctrl and K, or Cmd and K, open the search for everything. The slash key does so too, outside of text fields.</p>
    <h2>How it is tested</h2>
    <p>
      Every page is checked with axe-core in Chromium, in light and dark colours, on narrow and wide screens, each time
      the tests are run. The main ways through the site are walked with the keyboard by a test. We have not yet had it
      tested by people who use screen readers every day.
    </p>
    <h2>If something does not work for you</h2>
    <p>
      Tell whoever runs this installation of Benchside. Say which page it was and what you wanted to do. Quote the
      request number if one was shown.
    </p>
  </div>
);

export default AccessibilityPage;
