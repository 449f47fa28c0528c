/** `<operator>@<place>`. */
export function nameOf({ operator, place }: { readonly operator: string; readonly place: string }): string {
  return `${operator}@${place}`;
}
