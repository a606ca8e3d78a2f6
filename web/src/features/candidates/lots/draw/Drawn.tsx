import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

import { api, keys, type Schemas } from "@/api";
import { CopyField } from "@/ui/CopyField";
import { Failed, Loading } from "@/ui/States";
import { momentText } from "@/ui/time";

import classes from "./Draw.module.css";
import { Entries } from "./Entries";
import { messages } from "./messages";
import { Sources } from "./Sources";
import { Verified } from "./Verified";

const words = messages.drawn;

interface Props {
  lot: Schemas["LotDetail"];
  draw: Schemas["DrawSummary"];
  mayWrite: boolean;
}

/** A draw that has taken place: who has a place, who waits, and the recomputation. */
export function Drawn({ lot, draw, mayWrite }: Props) {
  return (
    <Stack gap="lg" mt="xs">
      <div>
        <Text>{words.lead(draw.places, draw.poolSize)}</Text>
        <Text size="sm" c="dimmed">{words.at(momentText(draw.drawnAt))}</Text>
      </div>
      <Entries lot={lot} draw={draw} mayWrite={mayWrite} />
      <div>
        <Text fw={560}>{words.seed}</Text>
        <Sources sources={draw.sources} seed={draw.seed} />
        <Text size="sm" c="dimmed" mt="sm">{words.key} – {words.keyHint}</Text>
        <Text className={classes.hash ?? ""}>{draw.keyString}</Text>
      </div>
      <CopyField label={messages.prepared.share} value={`${window.location.origin}/draws/${draw.publicId}`} />
      <Download publicId={draw.publicId} />
      <Again lot={lot} />
    </Stack>
  );
}

/** The draw's file, as the recomputation reads it. */
export function Download({ publicId }: { publicId: string }) {
  return (
    <Group>
      <Button component="a" variant="default" href={`/api/draws/${publicId}`} download={`draw-${publicId}.json`}>{words.download}</Button>
    </Group>
  );
}

function Again({ lot }: { lot: Props["lot"] }) {
  const found = useQuery({
    queryKey: [...keys.lot(lot.id), "verified"],
    queryFn: ({ signal }) => api.get("/api/admin/lots/{lot_id}/draw/verify", { path: { lot_id: lot.id }, signal }),
  });
  return (
    <div>
      <Text fw={560} mb="xs">{messages.verify.title}</Text>
      {found.isPending && <Loading label={messages.verify.running} />}
      {found.isError && <Failed failure={found.error} retry={() => void found.refetch()} />}
      {found.data && <Verified verified={found.data} />}
    </div>
  );
}
