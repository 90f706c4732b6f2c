/** `1,200`. */
export function count(number: number): string {
  return number.toLocaleString('en-US');
}

/** `1 email`, `1,200 emails`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
