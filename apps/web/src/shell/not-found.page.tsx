import { LinkButton } from '../theme/link-button';
import { PageHeading } from './page-heading';

/** The same page for what does not exist and for what is not the visitor's to know of. */
export const NotFoundPage = () => (
  <div className="prose">
    <PageHeading title="There is nothing at this address" />
    <p>It may have been moved or taken down, or the address has a mistake in it.</p>
    <p style={{ display: 'flex', gap: '0.75rem', flexWrap: 'wrap' }}>
      <LinkButton to="/academics">Find academics</LinkButton>
      <LinkButton to="/" variant="default">
        Go to the home page
      </LinkButton>
    </p>
  </div>
);
