/** A whole number from `from` to `to`, both included. */
export function between(from, to) {
  return from + Math.floor(Math.random() * (to - from + 1));
}

/** Any one of a list. */
export function anyOf(list) {
  return list[Math.floor(Math.random() * list.length)];
}

/** An IPv4 address that the Internet could route. */
export function visitorAddress() {
  return `${between(80, 95)}.${between(0, 255)}.${between(0, 255)}.${between(1, 254)}`;
}

/**
 * Picks from a list as crowds do: the first is picked most, the second half as often, and so on (Zipf).
 * @returns {() => T} a picker
 * @template T
 * @param {readonly T[]} list
 */
export function zipfPicker(list) {
  let total = 0;
  const sums = list.map((_, index) => (total += 1 / (index + 1)));
  return () => {
    const wanted = Math.random() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return list[low];
  };
}
