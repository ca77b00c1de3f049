import type { SVGProps } from 'react';

/** A tray of letters, drawn like the icons of the theme. */
export const InboxIcon = (props: SVGProps<SVGSVGElement>) => (
  <svg
    width={20}
    height={20}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.9"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    {...props}
  >
    <path d="m4 13 2.6-7.3A1 1 0 0 1 7.5 5h9a1 1 0 0 1 .9.7L20 13v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-5Zm0 0h4.5a3.5 3.5 0 0 0 7 0H20" />
  </svg>
);
