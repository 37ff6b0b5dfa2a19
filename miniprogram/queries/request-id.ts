// Ids that make a repeated request the same request.

/** A new requestId: 32 characters [0-9a-z] from the clock and chance. */
export function newRequestId(): string {
  const clock = Date.now().toString(36).padStart(9, '0');
  let chance = '';
  while (chance.length < 23)
    chance += Math.floor(Math.random() * 36 ** 8)
      .toString(36)
      .padStart(8, '0');
  return clock + chance.slice(0, 23);
}
