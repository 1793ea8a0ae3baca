/**
 * A cookie of ours beside the one that signs in: out of reach of scripts, and sent only with what our own pages
 * ask for. `secure` is whether people reach the server by https, which earns the `__Host-` prefix.
 */
export function ownCookie(plainName: string, seconds: number, secure: boolean) {
  const name = secure ? `__Host-${plainName}` : plainName;
  const line = (value: string, age: number) =>
    `${name}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    /** Its value in a `Cookie` header. */
    read(header: string | undefined): string | undefined {
      const pairs = (header ?? '').split(';').map((pair) => pair.trim());
      return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
    },
    /** The `Set-Cookie` value that keeps it. */
    keep: (value: string) => line(value, seconds),
    /** The `Set-Cookie` value that forgets it. */
    forget: () => line('', 0),
  };
}
