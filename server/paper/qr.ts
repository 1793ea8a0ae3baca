import QRCode from 'qrcode';

/** An address as a QR code: SVG, black on white whatever the page's colours, with the quiet edge that readers need. */
export async function qrSvg(address: string): Promise<string> {
  return QRCode.toString(address, {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 2,
    color: { dark: '#000000', light: '#ffffff' },
  });
}
