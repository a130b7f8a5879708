import {
  type AnchorHTMLAttributes,
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useConfirm } from './confirm.tsx';
import { useT } from './i18n.tsx';
import { type PathParams, pathBelow } from './route-match.ts';

/** Asked before the page is left; resolves to false to stay. */
type LeaveGuard = () => Promise<boolean>;

export interface Place {
  /** Below the app's base, with a leading slash; a path outside the base is whole. */
  readonly path: string;
  readonly search: URLSearchParams;
  /** Without the `#`. */
  readonly hash: string;
}

export interface NavigateOptions {
  readonly replace?: boolean;
  /** Leaves without asking about unsaved changes: right after they were saved. */
  readonly force?: boolean;
}

interface Router {
  readonly base: string;
  readonly place: Place;
  readonly navigate: (to: string, options?: NavigateOptions) => void;
  /** Asks before the page is left, until the returned function is called; a page may hold several. */
  readonly addGuard: (guard: LeaveGuard) => () => void;
}

const RouterContext = createContext<Router | null>(null);
const ParamsContext = createContext<PathParams>({});

function currentPlace(base: string): Place {
  const { pathname, search, hash } = window.location;
  return { path: pathBelow(base, pathname), search: new URLSearchParams(search), hash: hash.slice(1) };
}

const positionOf = (state: unknown): number => {
  const position = (state as { position?: unknown } | null)?.position;
  return typeof position === 'number' ? position : 0;
};

/** Follows the browser's history below `base` (`/app`). Entries carry their position, so that a refused "back" can be taken back. */
export function RouterProvider(props: { readonly base: string; readonly children: ReactNode }) {
  const { base } = props;
  const [place, setPlace] = useState(() => currentPlace(base));
  const guards = useRef(new Set<LeaveGuard>());
  const position = useRef(positionOf(window.history.state));
  const ignorePop = useRef(false);

  useEffect(() => {
    const onPop = (event: PopStateEvent) => {
      if (ignorePop.current) {
        ignorePop.current = false;
        return;
      }
      const target = positionOf(event.state);
      const distance = target - position.current;
      const leave = () => {
        position.current = target;
        setPlace(currentPlace(base));
      };
      const [ask] = guards.current;
      if (ask === undefined || distance === 0) {
        leave();
        return;
      }
      ignorePop.current = true;
      window.history.go(-distance);
      ask().then((yes) => {
        if (!yes) return;
        guards.current.clear();
        window.history.go(distance);
      });
    };
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [base]);

  const navigate = useCallback<Router['navigate']>(
    (below, options = {}) => {
      const to = base + below;
      const go = () => {
        if (!options.replace) position.current += 1;
        const state = { position: position.current };
        if (options.replace) window.history.replaceState(state, '', to);
        else window.history.pushState(state, '', to);
        setPlace(currentPlace(base));
        if (!options.replace) window.scrollTo(0, 0);
      };
      const [ask] = guards.current;
      const samePage = new URL(to, window.location.href).pathname === window.location.pathname;
      if (ask === undefined || samePage || options.force) {
        go();
        return;
      }
      ask().then((yes) => {
        if (!yes) return;
        guards.current.clear();
        go();
      });
    },
    [base],
  );
  const addGuard = useCallback((guard: LeaveGuard) => {
    guards.current.add(guard);
    return () => {
      guards.current.delete(guard);
    };
  }, []);
  const router = useMemo(() => ({ base, place, navigate, addGuard }), [base, place, navigate, addGuard]);
  return <RouterContext.Provider value={router}>{props.children}</RouterContext.Provider>;
}

function useRouter(): Router {
  const router = useContext(RouterContext);
  if (router === null) throw new Error('the page needs a RouterProvider above it');
  return router;
}

/** Where the reader is. */
export function usePlace(): Place {
  return useRouter().place;
}

/** Goes to another page of the app: `navigate('/jobs/new')`. Asks first when there are unsaved changes. */
export function useNavigate(): Router['navigate'] {
  return useRouter().navigate;
}

/** Gives the named parts of the matched path to the page inside. */
export function ParamsProvider(props: { readonly params: PathParams; readonly children: ReactNode }) {
  return <ParamsContext.Provider value={props.params}>{props.children}</ParamsContext.Provider>;
}

/** A named part of the page's path. @throws Error when the route has no such part. */
export function useParam(name: string): string {
  const value = useContext(ParamsContext)[name];
  if (value === undefined) throw new Error(`the route has no :${name}`);
  return value;
}

/** One value of the address's query and how to change it without a new history entry; '' removes it. */
export function useSearchParam(name: string): readonly [string, (value: string) => void] {
  const { place, navigate } = useRouter();
  const { path } = place;
  const set = (value: string) => {
    const next = new URLSearchParams(window.location.search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    const text = next.toString();
    navigate(`${path}${text === '' ? '' : `?${text}`}`, { replace: true });
  };
  return [place.search.get(name) ?? '', set];
}

/** A link inside the app; `to` is below its base. Opens in a new tab like any link when asked to. */
export function Link(props: { readonly to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  const { to, onClick, ...native } = props;
  const { base, navigate } = useRouter();
  return (
    <a
      {...native}
      href={base + to}
      onClick={(event) => {
        onClick?.(event);
        const plain =
          event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        if (event.defaultPrevented || !plain || native.target === '_blank') return;
        event.preventDefault();
        navigate(to);
      }}
    />
  );
}

/** While `dirty`, asks before the reader leaves the page, closes the tab or goes back. */
export function useUnsavedGuard(dirty: boolean): void {
  const { addGuard } = useRouter();
  const confirm = useConfirm();
  const t = useT();
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', warn);
    const remove = addGuard(() =>
      confirm({
        title: t('common.leave_title'),
        text: t('common.leave_text'),
        confirmLabel: t('common.leave_go'),
        cancelLabel: t('common.leave_stay'),
        danger: true,
      }),
    );
    return () => {
      window.removeEventListener('beforeunload', warn);
      remove();
    };
  }, [dirty, addGuard, confirm, t]);
}
