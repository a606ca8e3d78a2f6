import type { Preview } from "./conduct/calls";
import { useSteps } from "./conduct/useSteps";
import { Consent } from "./steps/Consent";
import { Devices } from "./steps/Devices";
import { Interview } from "./steps/Interview";
import { Practice } from "./steps/Practice";
import { Refused } from "./steps/Refused";
import { Review } from "./steps/Review";
import { Thanks } from "./steps/Thanks";
import { Welcome } from "./steps/Welcome";

interface StepsProps {
  token: string;
  shown: Preview;
  isLost: boolean;
  onLeft: () => void;
}

/** The steps of the room, one at a time. */
export function Steps({ token, shown, isLost, onLeft }: StepsProps) {
  const steps = useSteps(token, shown, isLost, onLeft);
  const { way, mayRecord, go } = steps;
  const { interview, session_open: isResumed } = shown;
  // Who comes back has chosen already, and can still go back to the choices.
  const isDecided = isResumed && Object.keys(shown.consent).length === shown.notice.purposes.length;
  if (way.refusal !== null) return <Refused refusal={way.refusal} onRetry={() => window.location.reload()} />;
  if (way.step === "welcome") return <Welcome shown={shown} onNext={() => go(isDecided ? "devices" : "consent")} />;
  if (way.step === "consent") return <Consent shown={shown} onNext={steps.agree} onBack={() => go("welcome")} />;
  if (way.step === "devices") {
    return (
      <Devices
        mayRecord={mayRecord}
        wantsScreen={interview.records_screen}
        before={way.equipment}
        onNext={steps.bring}
        onBack={() => go("consent")}
      />
    );
  }
  if (way.entered === null) {
    return (
      <Practice
        equipment={way.equipment}
        language={interview.language}
        isResumed={isResumed}
        isStarting={way.isStarting}
        failure={way.startFailure}
        onStart={() => void steps.start()}
        onBack={() => go("devices")}
      />
    );
  }
  if (way.receipt !== null) return <Thanks receipt={way.receipt} organisation={interview.organisation} />;
  if (way.step === "review") return <Review entered={way.entered} onDone={steps.hand} />;
  return (
    <Interview
      entered={way.entered}
      equipment={way.equipment}
      failure={way.failure}
      onReconnect={steps.reconnect}
      onComplete={steps.review}
    />
  );
}
