/** Who may come without an invitation, and so set up a partnership. */
export type SignUp =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'anyone' }
  | {
      readonly kind: 'listed';
      readonly addresses: readonly string[];
      /** Everyone whose address ends in `@` and just this: "council.example" is not "care.council.example". */
      readonly domains: readonly string[];
    };

/** Whether someone with this mail address may have an account without being invited. Addresses are in small letters. */
export function maySignUp(signUp: SignUp, email: string): boolean {
  switch (signUp.kind) {
    case 'nobody':
      return false;
    case 'anyone':
      return true;
    case 'listed':
      return (
        signUp.addresses.includes(email) || signUp.domains.includes(email.slice(email.lastIndexOf('@') + 1))
      );
  }
}

/** Who may set up a partnership: whoever may come without an invitation, and those who run the server. */
export function mayFound(
  { signUp, administrators }: { readonly signUp: SignUp; readonly administrators: readonly string[] },
  email: string | null,
): boolean {
  if (signUp.kind === 'anyone') return true;
  return email !== null && (maySignUp(signUp, email) || administrators.includes(email));
}
