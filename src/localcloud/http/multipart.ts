// The fields of a multipart form, as the SDK sends pay and openapi calls.

/** Fields as bytes; nothing when the body is no such form. */
export function parseMultipart(contentType: string, body: Buffer): Map<string, Buffer> | undefined {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return undefined;
  const delimiter = Buffer.from(`--${mark}`);
  const fields = new Map<string, Buffer>();
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const end = body.indexOf(delimiter, start + delimiter.length);
    if (end < 0) break;
    const part = body.subarray(start + delimiter.length + 2, end - 2);
    const headEnd = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(part.subarray(0, headEnd).toString('utf8'))?.[1];
    if (headEnd >= 0 && name !== undefined) fields.set(name, part.subarray(headEnd + 4));
    start = end;
  }
  return fields;
}
