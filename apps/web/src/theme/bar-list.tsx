import classes from './bar-list.module.css';

interface Props {
  caption: string;
  columns: [string, string];
  rows: { label: string; value: number }[];
}

/** A chart that is a table: the bars are drawn beside the numbers, which everybody can read. */
export const BarList = ({ caption, columns, rows }: Props) => {
  const most = Math.max(...rows.map(({ value }) => value), 1);
  return (
    <table className={classes.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns[0]}</th>
          <th scope="col">{columns[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <span className={classes.line}>
                {value > 0 && (
                  <span className={classes.bar} style={{ width: `${(value / most) * 80}%` }} aria-hidden="true" />
                )}
                {value.toLocaleString('en-GB')}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
