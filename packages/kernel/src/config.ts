type Env = Readonly<Record<string, string | undefined>>;

/** Reads one setting; throws an `Error` that says what is wrong with it. */
export type Setting<T> = (env: Env) => T;

/** Reads all settings or none: every problem is reported in one error, at start-up. */
export function readConfig<T extends object>(env: Env, settings: { [K in keyof T]: Setting<T[K]> }): Readonly<T> {
  const problems: string[] = [];
  const config: Partial<T> = {};
  for (const key in settings) {
    try {
      config[key] = settings[key](env);
    } catch (problem) {
      problems.push(problem instanceof Error ? problem.message : String(problem));
    }
  }
  if (problems.length > 0) throw new Error(`Cannot start:\n- ${problems.join("\n- ")}`);
  return Object.freeze(config as T);
}

export const url =
  (name: string): Setting<URL> =>
  (env) => {
    const value = required(env, name);
    // Without the value: it may hold a password.
    if (!URL.canParse(value)) throw new Error(`${name} must be a URL, such as postgresql://user@127.0.0.1:5432/yimen`);
    return new URL(value);
  };

/** The addresses of a service, by commas where it runs more than once. */
export const urls =
  (name: string): Setting<readonly URL[]> =>
  (env) => {
    const given = required(env, name).split(",");
    return given.map((one) => url(name)({ [name]: one.trim() }));
  };

export const port =
  (name: string, fallback: number): Setting<number> =>
  (env) => {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < 0 || value > 65_535) {
      throw new Error(`${name} must be 0..65535, got "${env[name]}"`);
    }
    return value;
  };

/** A whole number from 0 to `most`. */
export const whole =
  (name: string, fallback: number, most: number): Setting<number> =>
  (env) => {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < 0 || value > most) {
      throw new Error(`${name} must be 0..${most}, got "${env[name]}"`);
    }
    return value;
  };

/** A secret of at least `minLength` characters; its value never appears in a message. */
export const secret =
  (name: string, minLength = 32): Setting<string> =>
  (env) => {
    const value = required(env, name);
    if (value.length < minLength) throw new Error(`${name} must have at least ${minLength} characters`);
    return value;
  };

export const text =
  (name: string, fallback: string): Setting<string> =>
  (env) =>
    env[name] || fallback;

export const optional =
  (name: string): Setting<string | undefined> =>
  (env) =>
    env[name] || undefined;

function required(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
