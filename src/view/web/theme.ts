import { useState } from "preact/hooks";

/** How the desk is lit; "system" follows the machine. */
export type Theme = "system" | "light" | "dark";
const themes: readonly Theme[] = ["system", "light", "dark"];
const place = "standoff.theme";

/** What was kept in this browser; null where nothing was, or nothing can be. */
export function kept(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a value in this browser, where that is allowed. */
export function keep(name: string, value: string): void {
  try {
    window.localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing: the desk works without it.
  }
}

const themeNow = (): Theme => themes.find((one) => one === kept(place)) ?? "system";
const light = (theme: Theme): void => {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

/** Lights the page as it was left; called before anything is drawn. */
export const lightAsLeft = (): void => light(themeNow());

/** The theme, and the step to the next one. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState(themeNow);
  return [
    theme,
    () => {
      const next = themes[(themes.indexOf(theme) + 1) % themes.length]!;
      keep(place, next);
      light(next);
      setTheme(next);
    },
  ];
}
