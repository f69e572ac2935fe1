/** The formats of exported marks, and the ends of their files' names. */
export const exportFormats = ['annotation', 'markdown', 'html', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportExtensions: Readonly<Record<ExportFormat, string>> = {
  annotation: 'annotation',
  markdown: 'md',
  html: 'html',
  csv: 'csv',
};
