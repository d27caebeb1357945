/** Saves a value as a file that people can read: JSON, two spaces. */
export function saveJson(value: unknown, name: string): void {
  const text = `${JSON.stringify(value, undefined, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Safari begins the download only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
