import { TextLink } from '../theme/link-button';
import type { CollaborationData } from './collaboration.query';
import classes from './collaborations.module.css';
import { Panel } from './panel';
import { roleWords } from './words';

interface Side {
  side: string;
  kind: string;
  id: string;
  name: string;
  mine: boolean;
}

/** The name of a side, which leads to its profile. */
export const SideLink = ({ side: { kind, id, name } }: { side: Side }) =>
  kind === 'academic' ? (
    <TextLink to="/academics/$id" params={{ id }}>
      {name}
    </TextLink>
  ) : (
    <TextLink to="/organisations/$id" params={{ id }}>
      {name}
    </TextLink>
  );

/** Who works on it, side by side. */
export const PeopleSection = ({ sides, people }: { sides: readonly Side[]; people: CollaborationData['people'] }) => (
  <Panel id="people" title="People">
    {sides.map((side) => (
      <div key={side.side}>
        <h3>
          <SideLink side={side} />
          {side.mine && ' (your side)'}
        </h3>
        <ul className={classes.lines}>
          {people
            .filter((person) => person.side === side.side)
            .map(({ accountId, name, role }) => (
              <li key={accountId}>
                <div className={classes.line}>
                  <span>{name}</span>
                  <span className={classes.small}>{roleWords[role] ?? role}</span>
                </div>
              </li>
            ))}
        </ul>
      </div>
    ))}
  </Panel>
);
