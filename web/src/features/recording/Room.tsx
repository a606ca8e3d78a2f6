import { useState } from "react";
import { useParams } from "react-router";

import { Loading } from "@/ui/States";

import type { RefusalKind } from "./conduct/refusals";
import { takeToken } from "./conduct/token";
import { useHold, usePreview } from "./conduct/useRoom";
import { messages } from "./messages";
import { Steps } from "./Steps";
import { Elsewhere } from "./steps/Elsewhere";
import { Refused } from "./steps/Refused";

/** The candidate's room: whoever holds the link. */
export default function Room() {
  const { token: inAddress = "" } = useParams();
  const [token] = useState(() => takeToken(inAddress));
  const refuse = (kind: RefusalKind) => (
    <Refused refusal={{ kind, opensAt: null, requestId: null }} onRetry={() => window.location.reload()} />
  );
  // Without a safe page browsers give neither devices nor the means to encrypt.
  if (!window.isSecureContext) return refuse("insecure");
  return token === null ? refuse("forgotten") : <Door token={token} />;
}

function Door({ token }: { token: string }) {
  const { hold, takeOver } = useHold(token);
  const { shown, refusal, again } = usePreview(token);
  const [hasLeft, setHasLeft] = useState(false);
  if (hasLeft) return <Elsewhere isLost onTake={() => window.location.reload()} />;
  if (refusal !== null) return <Refused refusal={refusal} onRetry={again} />;
  if (hold === "elsewhere") return <Elsewhere isLost={false} onTake={takeOver} />;
  if (shown === null || hold === "asking") return <Loading label={messages.loading} />;
  return <Steps token={token} shown={shown} isLost={hold === "lost"} onLeft={() => setHasLeft(true)} />;
}
