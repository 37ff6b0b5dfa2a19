// The answer to an openapi call: a protobuf message {1: data, 2: content type, 3: error code, 4: HTTP}.

/** The cloud's number for an interface the mini-program may not call. */
const noPermission = -604101;

/** No interface is served yet: each is answered as one without permission. */
export function openApiAnswer(): Buffer {
  return Buffer.from([...field(3, 0), ...varint(noPermission)]);
}

function field(number: number, wireType: number): number[] {
  return varint((number << 3) | wireType);
}

/** Negative numbers are sent as 64 bits, ten bytes long. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}
