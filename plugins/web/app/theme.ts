/** Light, dark, or as the system is. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'jinji-theme';

/** The reader's choice; `system` when none is kept or storage is closed to the page. */
export function storedTheme(): Theme {
  try {
    const value = window.localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

/** Shows the page in a theme and keeps the choice if storage is open. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
  try {
    if (theme === 'system') window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, theme);
  } catch {
    // Private mode or a framed page: the choice holds for this visit.
  }
}
