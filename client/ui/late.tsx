import { type ComponentType, useEffect, useState } from 'react';

/**
 * A component whose code comes when it is first shown. Until then `Meanwhile` stands in its place, or nothing.
 *
 * React's own `lazy` has something stand there too, and then keeps back what has come until it stood there for 0.3 s. With
 * one such part within another, people waited for most of a second for code that was there.
 *
 * What can't be fetched is asked for again once there is a connection. Until then a part of a page is simply not there,
 * and a page throws.
 */
export function late<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Nothing,
): ComponentType<Props> {
  let come: ComponentType<Props> | undefined;
  let coming: Promise<void> | undefined;
  const bring = () => {
    coming ??= fetch().then(
      (part) => {
        come = part;
      },
      (reason) => {
        coming = undefined;
        throw reason;
      },
    );
    return coming;
  };
  return function Late(props: Props) {
    const [state, setState] = useState<'waiting' | 'here' | { readonly lost: unknown }>(
      come ? 'here' : 'waiting',
    );
    useEffect(() => {
      let gone = false;
      const show = () =>
        bring().then(
          () => gone || setState('here'),
          (lost: unknown) => gone || setState({ lost }),
        );
      void show();
      window.addEventListener('online', show);
      return () => {
        gone = true;
        window.removeEventListener('online', show);
      };
    }, []);
    if (typeof state === 'object' && Meanwhile !== Nothing) throw state.lost;
    const Part = come;
    return Part ? <Part {...props} /> : <Meanwhile />;
  };
}

function Nothing() {
  return null;
}
