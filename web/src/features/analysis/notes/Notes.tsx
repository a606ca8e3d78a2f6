import { Button, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, useState } from "react";

import { useCaller } from "@/ui/Caller";
import { FailureNote } from "@/ui/FailureNote";
import { Icon } from "@/ui/Icon";
import { durationText, momentText } from "@/ui/time";

import review from "../Review.module.css";
import { messages } from "./messages";
import { NoteForm } from "./NoteForm";
import classes from "./Notes.module.css";
import { type Note, useNotes, useNoteVerbs } from "./useNotes";

interface Props {
  sessionId: string;
  /** The moment of the note that is being written; null while none is. */
  writesAt: number | null;
  onWrite: (() => void) | undefined;
  onClose: () => void;
  onHear: (second: number) => void;
}

/** What those who review wrote down at a moment, in the order of the recording. */
export function Notes({ sessionId, writesAt, onWrite, onClose, onHear }: Props) {
  const found = useNotes(sessionId);
  const { write } = useNoteVerbs(sessionId);
  const notes = found.data ?? [];
  if (notes.length === 0 && onWrite === undefined && !found.isError) return null;
  return (
    <section className={`surface ${review.panel ?? ""}`} aria-labelledby="notes">
      <div className={classes.head}>
        <Title order={2} size="h3" id="notes">{messages.title}</Title>
        {onWrite && (
          <Button size="xs" variant="default" className={review.acts ?? ""} leftSection={<Icon name="add" size={16} />} title={messages.key} onClick={onWrite}>
            {messages.here}
          </Button>
        )}
      </div>
      {writesAt !== null && (
        <NoteForm
          at={writesAt}
          running={write.isPending}
          failure={write.error}
          onSave={(text) => write.mutate({ at_seconds: Math.round(writesAt * 10) / 10, text }, { onSuccess: onClose })}
          onClose={onClose}
        />
      )}
      {found.isError && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {messages.failed} <button type="button" className={classes.act} onClick={() => void found.refetch()}>{messages.again}</button>
        </Text>
      )}
      {found.isSuccess && notes.length === 0 && writesAt === null && <Text size="sm" c="dimmed">{messages.none}</Text>}
      {notes.length > 0 && <ul className={classes.notes}>{notes.map((note) => <Line key={note.note_id} note={note} onHear={onHear} />)}</ul>}
    </section>
  );
}

function Line({ note, onHear }: { note: Note; onHear: Props["onHear"] }) {
  const [edits, setEdits] = useState(false);
  const editing = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setEdits(false);
    // The button is there again once this is drawn.
    requestAnimationFrame(() => editing.current?.focus());
  };
  const { edit } = useNoteVerbs(note.session_id);
  const at = durationText(note.at_seconds);
  const undoable = useUndo(note);
  const save = (text: string) =>
    edit.mutate({ id: note.note_id, text }, { onSuccess: () => { leave(); undoable.changed(); } });
  return (
    <li className={classes.note}>
      <button type="button" className={`numbers ${classes.at ?? ""}`} aria-label={messages.play(at)} onClick={() => onHear(note.at_seconds)}>{at}</button>
      <div className={classes.body}>
        {edits
          ? <NoteForm at={note.at_seconds} text={note.text} running={edit.isPending} failure={edit.error} onSave={save} onClose={leave} />
          : <p className={classes.text}>{note.text}</p>}
        <div className={classes.foot}>
          <span>{messages.by(note.author_name, momentText(note.created_at))}{note.edited_at !== null && `, ${messages.edited}`}</span>
          {undoable.isOwn && !edits && (
            <span className={review.acts ?? ""}>
              <button ref={editing} type="button" className={classes.act} aria-label={messages.editAt(at)} onClick={() => setEdits(true)}>{messages.edit}</button>
              <button type="button" className={classes.act} aria-label={messages.removeAt(at)} disabled={undoable.remove.isPending} onClick={undoable.delete}>{messages.remove}</button>
            </span>
          )}
        </div>
        <FailureNote failure={undoable.remove.error} />
      </div>
    </li>
  );
}

/** Deleting and changing a note of one's own, each with a way back for as long as the message stands. */
function useUndo(note: Note) {
  const caller = useCaller();
  const { edit, remove, restore } = useNoteVerbs(note.session_id);
  const offer = (message: string, undo: () => void) => {
    const id = notifications.show({
      autoClose: 10_000,
      message: <>{message} <button type="button" className={classes.act} onClick={() => { undo(); notifications.hide(id); }}>{messages.undo}</button></>,
    });
  };
  return {
    isOwn: note.author_id === caller.id,
    remove,
    delete: () => remove.mutate(note.note_id, { onSuccess: () => offer(messages.deleted, () => restore.mutate(note.note_id)) }),
    changed: () => offer(messages.changed, () => edit.mutate({ id: note.note_id, text: note.text })),
  };
}
