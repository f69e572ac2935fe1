/** Line drawings on a 20-unit square, 1.5 units wide, in the colour of the text. Never the only name of a control. */
const paths = {
  contents: 'M3 4.5h14M3 10h9M3 15.5h12',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  forward: 'M8 4.5 13.5 10 8 15.5',
  up: 'M5 12.5 10 7.5l5 5',
  down: 'M5 7.500l5 5 5-5',
  chevron: 'M8 6l4 4-4 4',
  books: 'M4 3.5h3v13H4zM7 3.5h3.500v13H7M4 13.5h6.500M11.6 4.400l2.900-.8 3.2 12.500-2.900.8z',
  search: 'M8.5 3.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10M12.2 12.2l4.3 4.3',
  close: 'M5 5l10 10M15 5 5 15',
  bookmark: 'M5.5 3h9v14L10 13.500 5.5 17z',
  light:
    'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M15.7 4.3l-1.1 1.1M5.4 14.6l-1.1 1.1',
  dark: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3',
  page: 'M10 6C8.3 4.7 5.8 4.3 3 4.800v10.500c2.8-.5 5.3-.1 7 1.2 1.7-1.3 4.2-1.7 7-1.200V4.800C14.2 4.3 11.7 4.7 10 6M10 6v10.5',
  contrast: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M10 3v14M13 4.200v11.600M11.5 3.300v13.400M14.5 5.200v9.600M16 6.500v7',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.500h8a4.5 4.5 0 0 1 0 9H8',
  minus: 'M5 10h10',
  plus: 'M5 10h10M10 5v10',
  keyboard:
    'M3 5.5h14a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1M5 8.5h.01M8 8.5h.01M11 8.5h.01M14.5 8.5h.01M6.5 11.5h7',
  settings: 'M3 6h6M13 6h4M11 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4M3 14h2M9 14h8M7 12a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
  copy: 'M7.5 6.500h8a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-8a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1M3.5 13V4.5a1 1 0 0 1 1-1H13',
  check: 'M4.5 10.5 8.5 14.5 15.5 6',
  wrap: 'M3 5h14M3 10h11a2.5 2.5 0 0 1 0 5h-3.500M12.5 13 10.5 15l2 2M3 15h4',
  enlarge: 'M12 3.500h4.500V8M8 16.500H3.500V12M16.5 3.500l-5 5M3.5 16.500l5-5',
  pen: 'M12.5 4.500l3 3L7 16H4v-3zM10.5 6.500l3 3',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  fit: 'M3.5 7.500v-4h4M12.5 3.500h4v4M16.5 12.500v4h-4M7.5 16.500h-4v-4',
} as const;

export type IconName = keyof typeof paths;

export interface IconProps {
  readonly name: IconName;
}

export function Icon({ name }: IconProps) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
