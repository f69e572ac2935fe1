/** The formats of exported marks, and the ends of their files' names. */
export const exportFormats = ['annotation', 'markdown', 'html', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportExtensions: Readonly<Record<ExportFormat, string>> = {
  annotation: 'annotation',
  markdown: 'md',
  html: 'html',
  csv: 'csv',
};

/** The ends of the names of files that are read. What a file is, is told from its content. */
export const importEndings = ['annotation', 'ann', 'json', 'html', 'htm', 'csv'] as const;

/** With what is written for programs alone. */
export const fileFormats = [...exportFormats, 'json'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** The format that a file's name asks for; undefined for any other name. */
export function formatOfName(name: string): FileFormat | undefined {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === 'json') return 'json';
  return exportFormats.find((format) => exportExtensions[format] === extension);
}
