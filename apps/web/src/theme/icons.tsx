import type { SVGProps } from 'react';

type IconProps = Omit<SVGProps<SVGSVGElement>, 'd'> & { size?: number };

const Drawing = ({ path, size = 20, ...rest }: IconProps & { path: string }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.9"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    {...rest}
  >
    <path d={path} />
  </svg>
);

const icon = (path: string) => (props: IconProps) => <Drawing path={path} {...props} />;

export const SearchIcon = icon('M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm9.5 3-4.6-4.6');
export const HomeIcon = icon('m4 11 8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1v-8Z');
export const PersonIcon = icon('M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.7-3.6 3.7-5.5 7.5-5.5s6.8 1.9 7.5 5.5');
export const BuildingIcon = icon(
  'M5 20.5V5a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v15.5M15 10h3a1 1 0 0 1 1 1v9.5M3.5 20.5h17M8.5 8h3M8.5 12h3M8.5 16h3',
);
export const BriefIcon = icon(
  'M6 3.5h8l4 4V19a1.5 1.5 0 0 1-1.5 1.5h-10A1.5 1.5 0 0 1 5 19V4.5a1 1 0 0 1 1-1ZM13.5 3.5V8H18M8.5 12h7M8.5 16h5',
);
export const HandsIcon = icon(
  'M8.5 11.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM15.5 11.5a3 3 0 1 0 0-6M2.5 19c.5-3 2.9-4.6 6-4.6s5.5 1.6 6 4.6M16.5 14.5c2.6.2 4.5 1.8 5 4.5',
);
export const SunIcon = icon(
  'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
);
export const MoonIcon = icon('M20 14.2A8.2 8.2 0 0 1 9.8 4a8.2 8.2 0 1 0 10.2 10.2Z');
export const ScreenIcon = icon(
  'M4 5h16a.5.5 0 0 1 .5.5v10a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5v-10A.5.5 0 0 1 4 5ZM9 20h6M12 16v4',
);
export const CloseIcon = icon('m6.5 6.5 11 11M17.5 6.5l-11 11');
export const ChevronIcon = icon('m7 10 5 5 5-5');
export const FilterIcon = icon('M4 6h16M7 12h10M10 18h4');
export const CheckIcon = icon('m5 12.5 4.5 4.5L19 7.5');
export const PinIcon = icon(
  'M12 21s-6.5-5.6-6.5-11a6.5 6.5 0 0 1 13 0c0 5.4-6.5 11-6.5 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
);
export const ClockIcon = icon('M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2');
export const PrintIcon = icon(
  'M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-5.5A1.5 1.5 0 0 1 5.5 9h13a1.5 1.5 0 0 1 1.5 1.5V16a1 1 0 0 1-1 1h-2M7 14h10v6H7v-6Z',
);
export const CompareIcon = icon('M8 4v16M16 4v16M4.5 8H8M4.5 16H8M16 8h3.5M16 16h3.5');
export const ArrowIcon = icon('M5 12h14M13 6l6 6-6 6');
