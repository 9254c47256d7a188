/** Long enough for the browser to have taken it. */
const TAKEN_MS = 1000;

/** Saves what the browser has as a file on the person's computer; it goes to no server. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_MS);
}
