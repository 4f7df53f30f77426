/** Puts text where the cursor of a field is, and the cursor behind it. */
export const insertAt = (
  input: HTMLInputElement | HTMLTextAreaElement | null,
  text: string,
  onChange: (value: string) => void,
): void => {
  if (!input) return;
  const start = input.selectionStart ?? input.value.length;
  const end = input.selectionEnd ?? start;
  onChange(input.value.slice(0, start) + text + input.value.slice(end));
  // The value is drawn first; then the cursor can stand behind what was put in.
  requestAnimationFrame(() => {
    input.focus();
    input.setSelectionRange(start + text.length, start + text.length);
  });
};
