/** The bytes of a file as base64, as the API takes them. */
export const base64Of = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** A file as the answer to a question of a form. */
export const fileAnswer = async (file: File): Promise<string> =>
  JSON.stringify({ fileName: file.name, content: await base64Of(file) });

/** The file that such an answer holds; undefined for none. */
export const fileIn = (
  answer: string | undefined,
): { fileName: string; content: string } | undefined =>
  answer ? (JSON.parse(answer) as { fileName: string; content: string }) : undefined;

/** Hands bytes to the browser's downloads. */
export const saveFile = (content: Blob, name: string): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};
