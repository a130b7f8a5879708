import { createContext, type ReactNode, useContext } from 'react';
import type { Locale } from '#core/i18n/locale.ts';
import type { Theme } from './theme.ts';

/** The reader's choices about the page itself. */
export interface Preferences {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

const PreferencesContext = createContext<Preferences | null>(null);

export function PreferencesProvider(props: { readonly value: Preferences; readonly children: ReactNode }) {
  return <PreferencesContext.Provider value={props.value}>{props.children}</PreferencesContext.Provider>;
}

/** The reader's choices. @throws Error outside a `PreferencesProvider`. */
export function usePreferences(): Preferences {
  const value = useContext(PreferencesContext);
  if (value === null) throw new Error('usePreferences needs a PreferencesProvider above it');
  return value;
}
