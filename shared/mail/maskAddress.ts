/**
 * Enough of an address for its owner to know it by, and too little for whoever else holds the link:
 * `jane@council.example` is `j•••@council.example`.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${[...address][0] ?? ''}•••${address.slice(at)}`;
}
