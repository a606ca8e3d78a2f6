import { createContext, type ReactNode, useContext } from "react";

/** The person who is signed in, and what they may do. */
export interface Caller {
  id: string;
  name: string;
  email: string;
  role: string;
  organisation: string;
  /** IANA zone. */
  timezone: string;
  scopes: readonly string[];
}

const Context = createContext<Caller | null>(null);

export function CallerProvider({ caller, children }: { caller: Caller; children: ReactNode }) {
  return <Context value={caller}>{children}</Context>;
}

/** Who is signed in; only pages inside the shell may ask. */
export function useCaller(): Caller {
  const caller = useContext(Context);
  if (caller === null) throw new Error("This page stands outside of the shell.");
  return caller;
}

/** Whether the person may do this; the server decides again at every request. */
export function useMay(scope: string): boolean {
  return useCaller().scopes.includes(scope);
}
