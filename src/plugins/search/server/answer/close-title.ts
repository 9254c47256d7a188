/**
 * The part of a title that is the typed text but for one character: another one, one too many or too few.
 * Null where it is further away, or the same.
 *
 * Sellers' algorithm: the distance of the typed text to every part of the title in one pass.
 */
export function closePart(typed: string, title: string): string | null {
  const wanted = [...typed];
  const characters = [...title];
  // per end in the title: distance, and where that part begins
  let row = Array.from({ length: characters.length + 1 }, (_v, at) => ({ distance: 0, begin: at }));
  for (const [index, character] of wanted.entries()) {
    const next = [{ distance: index + 1, begin: 0 }];
    for (let at = 1; at <= characters.length; at++) {
      const [diagonal, above, left] = [row[at - 1], row[at], next[at - 1]];
      if (!diagonal || !above || !left) continue;
      const replaced = {
        ...diagonal,
        distance: diagonal.distance + Number(characters[at - 1] !== character),
      };
      const dropped = { ...above, distance: above.distance + 1 };
      const added = { ...left, distance: left.distance + 1 };
      next.push([replaced, dropped, added].reduce((a, b) => (b.distance < a.distance ? b : a)));
    }
    row = next;
  }
  // of several that are as close, the one that is as long
  const lengthOff = (end: number) => Math.abs(end - (row[end]?.begin ?? 0) - wanted.length);
  const [end = 0] = [...row.keys()].sort(
    (a, b) => (row[a]?.distance ?? 0) - (row[b]?.distance ?? 0) || lengthOff(a) - lengthOff(b),
  );
  const closest = row[end];
  return closest?.distance === 1 ? characters.slice(closest.begin, end).join('') : null;
}
