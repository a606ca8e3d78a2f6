import { Button, Group, Modal, NumberInput, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";

import { api, keys, type Schemas } from "@/api";
import { FailureNote, fieldErrors } from "@/ui/FailureNote";

import { messages } from "./messages";

type Lot = Schemas["LotDetail"];
interface Props {
  /** The lot to change; null makes a new one. */
  lot: Lot | null;
  opened: boolean;
  onClose: () => void;
}

const words = messages.form;
const SETTABLE = ["open", "draft", "closed"];

/** Makes a lot and goes to it, or changes what is said of one. */
export function LotForm({ lot, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={lot ? words.change : words.create} closeButtonProps={{ "aria-label": "Close" }}>
      <Form lot={lot} onDone={onClose} />
    </Modal>
  );
}

function Form({ lot, onDone }: { lot: Lot | null; onDone: () => void }) {
  const isFrozen = lot !== null && lot.drawStatus !== null;
  const form = useForm({
    initialValues: {
      name: lot?.name ?? "",
      description: lot?.description ?? "",
      positionId: lot?.positionId ?? null,
      places: lot?.places ?? "",
      status: lot?.status ?? "open",
    },
    validate: { name: (value) => (value.trim() ? null : words.nameMissing) },
  });
  const save = useSave(lot, onDone);
  const submit = (values: typeof form.values) => save.mutate(bodyOf(values, isFrozen), { onError: (failure) => form.setErrors(fieldErrors(failure)) });
  return (
    <form noValidate onSubmit={form.onSubmit(submit)}>
      <Stack>
        <FailureNote failure={save.error} />
        <TextInput {...form.getInputProps("name")} label={words.name} placeholder={words.namePlaceholder} maxLength={200} autoComplete="off" data-autofocus />
        <PositionField chosen={lot} value={form.values.positionId} onChange={(value) => form.setFieldValue("positionId", value)} />
        <NumberInput
          {...form.getInputProps("places")}
          label={words.places}
          description={isFrozen ? words.frozen : words.placesHint}
          disabled={isFrozen}
          min={1}
          max={10_000}
          allowDecimal={false}
          maw={220}
        />
        <Textarea {...form.getInputProps("description")} label={words.description} autosize minRows={2} maxRows={8} />
        {lot && (
          <Select
            {...form.getInputProps("status")}
            label={words.status}
            allowDeselect={false}
            data={SETTABLE.map((value) => ({ value, label: messages.status[value] ?? value }))}
            maw={220}
          />
        )}
        <Group justify="flex-end"><Button type="submit" loading={save.isPending}>{lot ? words.save : words.create}</Button></Group>
      </Stack>
    </form>
  );
}

interface Values {
  name: string;
  description: string;
  positionId: string | null;
  places: number | string;
  status: string;
}

function bodyOf({ name, description, positionId, places, status }: Values, isFrozen: boolean) {
  const said = { name: name.trim(), description: description.trim() || null, positionId, status: status as "open" | "draft" | "closed" };
  return isFrozen ? said : { ...said, places: places === "" ? null : Number(places) };
}

function useSave(lot: Lot | null, onDone: () => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: ReturnType<typeof bodyOf>) =>
      lot ? api.patch("/api/admin/lots/{lot_id}", body, { path: { lot_id: lot.id } }) : api.post("/api/admin/lots", body),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: keys.lots });
      if (lot) notifications.show({ message: words.saved, color: "pine" });
      else await navigate(`/lots/${saved.id}`);
      onDone();
    },
  });
}

interface FieldProps {
  chosen: Lot | null;
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A position of the organisation, found by the beginning of its title. */
function PositionField({ chosen, value, onChange }: FieldProps) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const found = useQuery({
    queryKey: [...keys.positions, "choice", search],
    queryFn: ({ signal }) => api.get("/api/admin/positions", { query: { search, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((position) => ({ value: position.id, label: position.title }));
  const before = chosen?.positionId && !options.some((option) => option.value === chosen.positionId)
    ? [{ value: chosen.positionId, label: chosen.positionTitle ?? chosen.positionId }]
    : [];
  return (
    <Select
      label={words.position}
      placeholder={words.noPosition}
      data={[...before, ...options]}
      value={value}
      onChange={onChange}
      searchable
      clearable
      openOnFocus={false}
      clearButtonProps={{ "aria-label": words.noPosition }}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      withScrollArea={false}
      styles={{ options: { maxHeight: 240, overflowY: "auto" } }}
    />
  );
}
