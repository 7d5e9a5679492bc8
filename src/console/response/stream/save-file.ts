/** Hands a blob to the browser to save. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address by now, but may still read from it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
