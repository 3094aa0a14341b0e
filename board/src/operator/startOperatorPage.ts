import { render } from "lit-html";
import type { OperatorScreen } from "./operatorScreen.js";
import { operatorView } from "./operatorView.js";
import { pacesBetween } from "./paces.js";
import type { Report } from "./report.js";

const INTERVAL = 2_000; // ms
const PATIENCE = 5_000; // ms
const REMEMBERED = 90; // paces in the curve: three minutes
const KEY = "yimen.operator.token";

/** Shows what the gateway reports, again and again; it keeps the last report and a bounded curve. */
export function startOperatorPage(root: HTMLElement): void {
  let screen: OperatorScreen = {
    state: "CONNECTING",
    report: null,
    paces: null,
    curve: [],
    lostAt: null,
    refused: null,
  };
  let token = sessionStorage.getItem(KEY);
  let wake = () => {};

  const show = (change: Partial<OperatorScreen>) => {
    screen = { ...screen, ...change };
    render(operatorView(screen, { enter }), root);
  };
  const enter = (entered: string) => {
    token = entered.trim() || null;
    if (token) sessionStorage.setItem(KEY, token);
    else sessionStorage.removeItem(KEY);
    show({ state: "CONNECTING", refused: null });
    wake();
  };

  const lookOnce = async () => {
    const headers: HeadersInit = token ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch("/streams", { headers, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    if (response.status === 401 || response.status === 403) {
      return show({ state: "REFUSED", refused: token ? "WRONG" : "MISSING", report: null, paces: null });
    }
    if (!response.ok) throw new Error(`${response.status}`);
    const report = (await response.json()) as Report;
    const paces = pacesBetween(screen.report, report) ?? (screen.report?.at === report.at ? screen.paces : null);
    const curve =
      paces && paces !== screen.paces ? [...screen.curve, paces.deliveries].slice(-REMEMBERED) : screen.curve;
    show({ state: "LIVE", report, paces, curve, lostAt: null, refused: null });
  };

  const look = async () => {
    for (;;) {
      await lookOnce().catch(() => show({ state: "LOST", lostAt: screen.lostAt ?? new Date() }));
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, INTERVAL);
      });
    }
  };
  show({});
  void look();
}
